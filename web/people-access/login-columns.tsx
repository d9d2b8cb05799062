import type { Ok } from '../frame/ok.ts';
import { accountTexts as t } from '../texts/account.ts';
import { Status } from '../ui/status.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { methodWords, refusalWords } from './method-words.ts';

export type Login = Ok<'/api/v1/auth/login-activity', 'get'>['data'][number];

/** What is said of a try to sign in, whoever looks. */
export const LOGIN_COLUMNS: readonly TableColumn<Login>[] = [
  { id: 'time', label: t.time, cell: ({ timestamp }) => <Time at={timestamp} /> },
  {
    id: 'outcome',
    label: t.outcome,
    cell: ({ success }) => (
      <Status
        value={success ? 'success' : 'refused'}
        label={success ? t.signedInWell : t.refused}
        tone={success ? 'good' : 'warn'}
      />
    ),
  },
  { id: 'how', label: t.how, cell: ({ method }) => methodWords(method) },
  { id: 'why', label: t.why, cell: ({ reason }) => refusalWords(reason) },
  { id: 'device', label: t.device, cell: ({ browser }) => browser ?? '–' },
  { id: 'address', label: t.address, cell: ({ ipAddress }) => ipAddress ?? '–' },
];
