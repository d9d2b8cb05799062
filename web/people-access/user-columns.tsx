import { AccountStatus } from '../invitations/account-status.tsx';
import { peopleTexts as t } from '../texts/people-access.ts';
import { Status } from '../ui/status.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { roleName } from '../ui/words.ts';
import { personName, type User } from './user-types.ts';

/** Whether a second factor is set up. */
export const Factor = ({ isSet }: { readonly isSet: boolean }) => (
  <Status value="factor" label={isSet ? t.factorSet : t.factorMissing} tone={isSet ? 'good' : 'none'} />
);

/** What is said of a person in a list. */
export const USER_COLUMNS = {
  name: { id: 'name', label: t.name, cell: personName },
  email: { id: 'email', label: t.email, cell: ({ email }) => email },
  role: { id: 'role', label: t.role, cell: ({ role }) => roleName(role) },
  status: { id: 'status', label: t.status, cell: (account) => <AccountStatus account={account} /> },
  factor: {
    id: 'factor',
    label: t.factor,
    cell: ({ secondFactor }) => <Factor isSet={secondFactor} />,
    text: ({ secondFactor }) => (secondFactor ? t.factorSet : t.factorMissing),
  },
  last: { id: 'last', label: t.lastSignIn, cell: ({ lastSignInAt }) => <Time at={lastSignInAt} /> },
  until: { id: 'until', label: t.until, cell: ({ accessUntil }) => <Time at={accessUntil} /> },
  since: { id: 'since', label: t.since, cell: ({ createdAt }) => <Time at={createdAt} />, extra: true },
} as const satisfies Record<string, TableColumn<User>>;
