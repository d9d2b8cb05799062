import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import type { Ok } from '../../frame/ok.ts';
import { useMay } from '../../frame/session.tsx';
import { useRenew } from '../../frame/use-renew.ts';
import { packTexts as t } from '../../texts/packs.ts';
import { count, money, moneyTimes } from '../../ui/format.ts';
import { RowAct } from '../../ui/form/row-act.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Section } from '../../ui/page.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { tellDone } from '../../ui/tell.ts';
import { Time } from '../../ui/time.tsx';
import type { Buyer } from './buyer-types.ts';
import { SellPack } from './sell-pack.tsx';

type Pack = Ok<'/api/v1/buyers/{buyerId}/packs', 'get'>['data'][number];

const nameOf = ({ contractName }: Pack): string => contractName ?? t.allContracts;

function stateOf({ status, left, refunded }: Pack): string {
  if (status === 'active') return left === 0 ? t.usedUp : t.active;
  return refunded === null ? t.closed : t.refunded(money(refunded));
}

const COLUMNS: readonly TableColumn<Pack>[] = [
  { id: 'sold', label: t.columnSold, cell: ({ soldAt }) => <Time at={soldAt} /> },
  { id: 'for', label: t.columnFor, cell: nameOf },
  { id: 'left', label: t.columnLeft, cell: (pack) => <PackBar pack={pack} /> },
  { id: 'price', label: t.columnPrice, numeric: true, cell: ({ pricePerLead }) => <Money amount={pricePerLead} /> },
  { id: 'total', label: t.columnTotal, numeric: true, cell: ({ total }) => <Money amount={total} /> },
  { id: 'state', label: t.columnState, cell: stateOf },
];

const PackBar = ({ pack }: { readonly pack: Pack }) => (
  <ShareBar
    label={t.barOf(nameOf(pack))}
    value={pack.left}
    max={pack.leads}
    words={t.left(count(pack.left), count(pack.leads))}
  />
);

/** The latest packs of leads that a buyer has bought in advance. */
export function BuyerPacks({ buyer }: { readonly buyer: Buyer }) {
  const mayWrite = useMay()('buyers:write');
  const params = { path: { buyerId: buyer.id }, query: { limit: '20' } };
  const packs = useQuery({
    queryKey: ['buyers', 'packs', buyer.id],
    queryFn: async () => (await answerOf(api.GET('/api/v1/buyers/{buyerId}/packs', { params }))).data,
  });
  const act: TableColumn<Pack> = { id: 'act', label: t.close, cell: (pack) => <ClosePack pack={pack} /> };
  return (
    <Section title={t.packs} action={mayWrite ? <SellPack buyer={buyer} /> : null}>
      <Loaded query={packs}>
        {(rows) => (
          <SmallTable
            label={t.packs}
            columns={mayWrite ? [...COLUMNS, act] : COLUMNS}
            rows={rows}
            rowId={({ id }) => id}
            empty={t.none}
          />
        )}
      </Loaded>
    </Section>
  );
}

/** Closes a pack and gives back the price of what is left. */
function ClosePack({ pack }: { readonly pack: Pack }) {
  const renew = useRenew();
  if (pack.status !== 'active') return null;
  const { id: packId, buyerId, left, pricePerLead } = pack;
  const amount = moneyTimes(left, pricePerLead);
  const params = { path: { buyerId, packId } };
  return (
    <RowAct
      label={t.close}
      about={t.closeAbout(nameOf(pack))}
      effect={t.closeEffect(count(left), amount)}
      act={() => answerOf(api.POST('/api/v1/buyers/{buyerId}/packs/{packId}/close', { params, body: {} }))}
      onDone={() => {
        tellDone(t.closeDone);
        renew('buyers', 'contracts');
      }}
    />
  );
}
