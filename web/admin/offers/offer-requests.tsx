import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useMay } from '../../frame/session.tsx';
import { offerRequestTexts as t } from '../../texts/partner-offers.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { RequestActs } from './request-acts.tsx';
import { type OfferRequest, REQUEST_COLUMNS } from './request-words.tsx';

const { partner, asked } = REQUEST_COLUMNS;
const ACTS: TableColumn<OfferRequest> = {
  id: 'acts',
  label: t.columnActs,
  cell: (request) => <RequestActs request={request} />,
};

/** The requests for an offer that wait. */
export function OfferRequests({ offerId }: { readonly offerId: string }) {
  const mayDecide = useMay()('campaigns:write');
  const query = { offerId, status: 'pending', limit: '100' } as const;
  const requests = useQuery({
    queryKey: ['offer-requests', 'of', offerId],
    queryFn: async () => (await answerOf(api.GET('/api/v1/offer-requests', { params: { query } }))).data,
  });
  return (
    <Section
      title={t.ofOffer}
      action={
        <Anchor component={Link} to={`/admin/offers/requests?offerId=${offerId}`}>
          {t.all}
        </Anchor>
      }
    >
      <Loaded query={requests}>
        {(rows) => (
          <SmallTable
            label={t.ofOffer}
            columns={mayDecide ? [partner, asked, ACTS] : [partner, asked]}
            rows={rows}
            rowId={({ id }) => id}
            empty={t.noneOfOffer}
          />
        )}
      </Loaded>
    </Section>
  );
}
