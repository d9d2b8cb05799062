import { campaignTexts as t } from '../texts/campaigns.ts';
import { Payout, payoutText } from './payout.tsx';
import { Status } from '../ui/status.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import type { Campaign } from './campaign-types.ts';

/** What a list says of a campaign. */
export const campaignColumns = {
  name: { id: 'name', label: t.columnName, sort: 'name', cell: ({ name }) => name },
  partner: { id: 'partner', label: t.columnPartner, cell: ({ partnerName }) => partnerName ?? '–' },
  status: { id: 'status', label: t.columnStatus, sort: 'status', cell: ({ status }) => <Status value={status} /> },
  vertical: { id: 'vertical', label: t.columnVertical, cell: ({ verticalName }) => verticalName ?? '–' },
  offer: { id: 'offer', label: t.columnOffer, cell: ({ offerName }) => offerName ?? t.offerNone },
  cost: {
    id: 'cost',
    label: t.columnCost,
    numeric: true,
    cell: (campaign) => <Payout campaign={campaign} />,
    text: payoutText,
  },
  key: { id: 'key', label: t.columnKey, cell: ({ postingKeyPrefix }) => postingKeyPrefix ?? '–', extra: true },
  made: {
    id: 'made',
    label: t.columnMade,
    sort: 'createdAt',
    cell: ({ createdAt }) => <Time at={createdAt} />,
    extra: true,
  },
} as const satisfies Record<string, TableColumn<Campaign>>;
