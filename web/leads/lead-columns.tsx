import { leadTexts as t } from '../texts/leads.ts';
import { Money } from '../ui/money.tsx';
import { Status } from '../ui/status.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import type { LeadListed } from './lead-types.ts';

type Column = TableColumn<LeadListed>;

const person = ({ firstName, lastName }: LeadListed): string => [firstName, lastName].filter(Boolean).join(' ') || '–';

export const leadColumn: Column = { id: 'lead', label: t.columnLead, cell: (lead) => lead.shortId || t.lead('') };

/** The columns that every portal has. */
export const commonColumns = {
  received: { id: 'received', label: t.columnReceived, cell: (lead) => <Time at={lead.createdAt} /> },
  status: { id: 'status', label: t.columnStatus, cell: (lead) => <Status value={lead.status} /> },
  reason: { id: 'reason', label: t.columnReason, cell: (lead) => lead.rejectionReason ?? '–' },
  name: { id: 'name', label: t.columnName, cell: person },
  email: { id: 'email', label: t.columnEmail, cell: (lead) => lead.email ?? '–', extra: true },
  phone: { id: 'phone', label: t.columnPhone, cell: (lead) => lead.phone ?? '–' },
  state: { id: 'state', label: t.columnState, cell: (lead) => lead.state ?? '–' },
  price: { id: 'price', label: t.columnPrice, numeric: true, cell: (lead) => <Money amount={lead.price} /> },
  payout: { id: 'payout', label: t.columnPayout, numeric: true, cell: (lead) => <Money amount={lead.payout} /> },
} as const satisfies Record<string, Column>;
