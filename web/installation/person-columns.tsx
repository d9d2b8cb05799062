import { installationTexts as t } from '../texts/installation.ts';
import { Status } from '../ui/status.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { roleName } from '../ui/words.ts';
import { SwitchPerson } from './switch-person.tsx';
import type { TenantPerson } from './tenant-types.ts';

/** What of an account whoever runs the installation sees. */
export const PERSON_COLUMNS = {
  email: { id: 'email', label: t.email, sort: 'email', cell: ({ email }) => email },
  name: {
    id: 'name',
    label: t.name,
    sort: 'firstName',
    cell: ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' ') || '–',
  },
  organization: { id: 'organization', label: t.organization, cell: ({ tenantSlug }) => tenantSlug },
  role: { id: 'role', label: t.role, sort: 'role', cell: ({ role }) => roleName(role) },
  status: { id: 'status', label: t.status, sort: 'status', cell: ({ status }) => <Status value={status} /> },
  last: { id: 'last', label: t.lastSignIn, cell: ({ lastSignInAt }) => <Time at={lastSignInAt} /> },
  act: { id: 'act', label: t.act, cell: (person) => <SwitchPerson person={person} /> },
} as const satisfies Record<string, TableColumn<TenantPerson>>;
