import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { partnerOfferTexts as t } from '../texts/partner-offers.ts';
import { Figures } from '../ui/figures.tsx';
import { count, money, percent } from '../ui/format.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/page.tsx';

/** How the partner's own leads fare on an offer. */
export function OfferStats({ offerId: id }: { readonly offerId: string }) {
  const stats = useQuery({
    queryKey: ['offers', 'stats', id],
    queryFn: async () => (await answerOf(api.GET('/api/partner/offers/{id}/stats', { params: { path: { id } } }))).data,
  });
  return (
    <Section title={t.stats}>
      <Loaded query={stats}>
        {(own) => (
          <>
            <Figures
              figures={[
                { label: t.sent, value: count(own.totalLeads), note: t.pending(own.pendingLeads) },
                { label: t.sold, value: count(own.soldLeads), note: t.ofAll(percent(own.conversionRate)) },
                { label: t.rejected, value: count(own.rejectedLeads) },
                { label: t.returned, value: count(own.returnedLeads), note: t.ofSold(percent(own.returnRate)) },
                { label: t.earned, value: money(own.totalCost), note: t.perLead(money(own.avgCostPerLead)) },
                {
                  label: t.today,
                  value: count(own.leadsToday),
                  note: t.thisWeek(own.leadsThisWeek, own.leadsThisMonth),
                },
              ]}
            />
            <Text size="sm" c="dimmed">
              {t.statsText}
            </Text>
          </>
        )}
      </Loaded>
    </Section>
  );
}
