import type { Ok } from '../frame/ok.ts';
import { buyerPortalTexts as t } from '../texts/buyer.ts';
import { duration } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { Status } from '../ui/status.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { inWords } from '../ui/words.ts';

/** One try to hand a lead to the buyer. */
export type Delivery = Ok<'/api/buyer/deliveries', 'get'>['data'][number];
export type DeliveryOutcome = 'accepted' | 'rejected' | 'duplicate' | 'failed' | 'uncertain' | 'under_way';

const UNDER_WAY = 'under_way';

const outcomeName = (outcome: string): string => t.outcomes[outcome] ?? inWords(outcome);

/** What the buyer's system answered. */
export function Outcome({ delivery }: { readonly delivery: Delivery }) {
  const outcome = delivery.outcome ?? UNDER_WAY;
  return <Status value={outcome} label={outcomeName(outcome)} {...(outcome === UNDER_WAY ? { tone: 'info' } : {})} />;
}

/** How long it took; a dash while it is under way. */
export const tookOf = ({ durationMs }: Delivery): string => (durationMs === null ? '–' : duration(durationMs));

/** What a list says of a delivery. */
export const deliveryColumns = {
  time: { id: 'time', label: t.columnTime, cell: ({ startedAt }) => <Time at={startedAt} /> },
  contract: { id: 'contract', label: t.columnContract, cell: ({ contractName }) => contractName },
  outcome: {
    id: 'outcome',
    label: t.columnOutcome,
    cell: (delivery) => <Outcome delivery={delivery} />,
    text: ({ outcome }) => outcomeName(outcome ?? UNDER_WAY),
  },
  attempt: { id: 'attempt', label: t.columnAttempt, numeric: true, cell: ({ number }) => number },
  http: { id: 'http', label: t.columnHttp, numeric: true, cell: ({ httpStatus }) => httpStatus ?? '–' },
  took: { id: 'took', label: t.columnDuration, numeric: true, cell: tookOf },
  sale: { id: 'sale', label: t.columnSale, cell: ({ saleStatus }) => <Status value={saleStatus} /> },
  price: { id: 'price', label: t.columnPrice, numeric: true, cell: ({ price }) => <Money amount={price} /> },
} as const satisfies Record<string, TableColumn<Delivery>>;
