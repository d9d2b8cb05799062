import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import type { Ok } from '../../frame/ok.ts';
import { useMay } from '../../frame/session.tsx';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Section } from '../../ui/page.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { Time } from '../../ui/time.tsx';
import { BookByHand } from './book-by-hand.tsx';
import type { Buyer } from './buyer-types.ts';

type Booked = Ok<'/api/v1/buyers/{buyerId}/balance/adjustments', 'get'>['data'][number];

const kindOf = (type: string): string => Object.entries(t.kinds).find(([kind]) => kind === type)?.[1] ?? type;

const COLUMNS: readonly TableColumn<Booked>[] = [
  { id: 'when', label: t.columnWhen, cell: ({ createdAt }) => <Time at={createdAt} /> },
  { id: 'what', label: t.columnWhat, cell: ({ type }) => kindOf(type) },
  { id: 'change', label: t.columnChange, numeric: true, cell: ({ change }) => <Money amount={change} /> },
  {
    id: 'reason',
    label: t.columnReason,
    cell: ({ notes, reference }) => [notes, reference].filter(Boolean).join(' · ') || '–',
  },
];

/** The latest of what was booked by hand upon a buyer. */
export function BookedByHand({ buyer }: { readonly buyer: Buyer }) {
  const mayWrite = useMay()('buyers:write');
  const params = { path: { buyerId: buyer.id }, query: { limit: '20' } };
  const booked = useQuery({
    queryKey: ['buyers', 'booked', buyer.id],
    queryFn: async () => (await answerOf(api.GET('/api/v1/buyers/{buyerId}/balance/adjustments', { params }))).data,
  });
  return (
    <Section title={t.booked} action={mayWrite ? <BookByHand buyer={buyer} /> : null}>
      <Loaded query={booked}>
        {(rows) => (
          <SmallTable label={t.booked} columns={COLUMNS} rows={rows} rowId={({ id }) => id} empty={t.nothingBooked} />
        )}
      </Loaded>
    </Section>
  );
}
