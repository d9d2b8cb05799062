import { Anchor, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import type { Ok } from '../../frame/ok.ts';
import { useMay } from '../../frame/session.tsx';
import { offerTexts as t } from '../../texts/offers.ts';
import { RowAct } from '../../ui/form/row-act.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Section } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { tellDone } from '../../ui/tell.ts';
import { CascadeActs } from './cascade-acts.tsx';
import { LinkCampaign } from './link-campaign.tsx';
import type { Offer } from './offer-values.ts';

type Linked = Ok<'/api/v1/offers/{offerId}/campaigns', 'get'>['data'][number];

const COLUMNS: readonly TableColumn<Linked>[] = [
  {
    id: 'name',
    label: t.columnName,
    cell: ({ campaignId, name }) => (
      <Anchor component={Link} to={`/admin/partners/campaigns/${campaignId}`} fz="inherit">
        {name}
      </Anchor>
    ),
  },
  { id: 'partner', label: t.columnPartner, cell: ({ partnerName }) => partnerName ?? '–' },
  { id: 'status', label: t.columnStatus, cell: ({ status }) => <Status value={status} /> },
  { id: 'cost', label: t.columnCost, numeric: true, cell: ({ costPerLead }) => <Money amount={costPerLead} /> },
];

/** The campaigns whose leads go into an offer. */
export function LinkedCampaigns({ offer }: { readonly offer: Offer }) {
  const mayWrite = useMay()('offers:write');
  const params = { path: { offerId: offer.id }, query: { limit: '1000' } };
  const campaigns = useQuery({
    queryKey: ['offers', 'campaigns', offer.id],
    queryFn: async () => (await answerOf(api.GET('/api/v1/offers/{offerId}/campaigns', { params }))).data,
  });
  const unlink: TableColumn<Linked> = {
    id: 'unlink',
    label: t.columnActs,
    cell: (campaign) => <Unlink campaign={campaign} />,
  };
  const linked = campaigns.data?.map(({ campaignId }) => campaignId) ?? [];
  return (
    <Section
      title={t.campaigns}
      action={
        mayWrite ? (
          <Group gap="xs">
            <CascadeActs offer={offer} />
            <LinkCampaign offer={offer} linked={linked} />
          </Group>
        ) : null
      }
    >
      <Loaded query={campaigns}>
        {(rows) => (
          <SmallTable
            label={t.campaigns}
            columns={mayWrite ? [...COLUMNS, unlink] : COLUMNS}
            rows={rows}
            rowId={({ campaignId }) => campaignId}
            empty={t.noCampaigns}
          />
        )}
      </Loaded>
    </Section>
  );
}

function Unlink({ campaign: { offerId, campaignId, name } }: { readonly campaign: Linked }) {
  const renew = useRenew();
  const params = { path: { offerId, campaignId } };
  return (
    <RowAct
      label={t.unlink}
      about={t.unlinkCampaign(name)}
      effect={t.unlinkCampaignEffect}
      act={() => answerOf(api.DELETE('/api/v1/offers/{offerId}/campaigns/{campaignId}', { params }))}
      onDone={() => {
        tellDone(t.unlinked);
        renew('offers', 'campaigns');
      }}
    />
  );
}
