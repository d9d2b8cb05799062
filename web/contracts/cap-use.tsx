import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { usageTexts as t } from '../texts/usage.ts';
import { count, exactTime, money } from '../ui/format.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/page.tsx';
import { ShareBar } from '../ui/share-bar.tsx';
import { useZone } from '../ui/time.tsx';
import { PackUse } from './pack-use.tsx';

type BuyerUsage = Ok<'/api/v1/buyers/{buyerId}/usage', 'get'>['data'];
type Caps = BuyerUsage['caps'];
type Period = Caps['periods'][number];

/** How often the counts are read again. */
const AGAIN_MS = 30_000;

/** What a contract has used of its caps, and its buyer over all. */
export function ContractUse({ contractId }: { readonly contractId: string }) {
  const params = { path: { contractId } };
  const usage = useQuery({
    queryKey: ['contracts', 'usage', contractId],
    queryFn: async () => (await answerOf(api.GET('/api/v1/contracts/{contractId}/usage', { params }))).data,
    refetchInterval: AGAIN_MS,
  });
  return (
    <Section title={t.title}>
      <Loaded query={usage}>
        {({ caps, prepaid, buyer }) => (
          <>
            <CapBars title={t.ofContract} caps={caps} />
            <PackUse prepaid={prepaid} />
            {isCapped(buyer.caps) || buyer.credit ? (
              <>
                <CapBars title={t.ofBuyer} caps={buyer.caps} />
                <CreditBar credit={buyer.credit} />
              </>
            ) : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** What a buyer has used of its caps over all contracts, and of its credit. */
export function BuyerUse({ buyerId }: { readonly buyerId: string }) {
  const params = { path: { buyerId } };
  const usage = useQuery({
    queryKey: ['buyers', 'usage', buyerId],
    queryFn: async () => (await answerOf(api.GET('/api/v1/buyers/{buyerId}/usage', { params }))).data,
    refetchInterval: AGAIN_MS,
  });
  return (
    <Section title={t.title}>
      <Loaded query={usage}>
        {({ caps, credit }) => (
          <>
            <CapBars title={t.ofBuyer} caps={caps} />
            <CreditBar credit={credit} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** How many leads a campaign has had of its caps. */
export function CampaignUse({ campaignId }: { readonly campaignId: string }) {
  const params = { path: { campaignId } };
  const usage = useQuery({
    queryKey: ['campaigns', 'usage', campaignId],
    queryFn: async () => (await answerOf(api.GET('/api/v1/campaigns/{campaignId}/usage', { params }))).data,
    refetchInterval: AGAIN_MS,
  });
  return (
    <Section title={t.title}>
      <Loaded query={usage}>{({ caps }) => <CapBars caps={caps} />}</Loaded>
    </Section>
  );
}

const REACHED: Readonly<Record<string, string>> = { 'daily pace': t.paceReached, 'concurrent leads': t.openReached };

const isCapped = ({ periods, open }: Caps): boolean =>
  open.cap !== null || periods.some(({ leads, spend }) => leads.cap !== null || spend.cap !== null);

/** A bar for each cap; of a period without one only the day's count is told. */
const CapBars = ({ title, caps }: { readonly title?: string; readonly caps: Caps }) => (
  <Stack gap={6} mb="sm">
    {title === undefined ? null : <Text fw={600}>{title}</Text>}
    {caps.periods.map((period) => (
      <PeriodBars key={period.period} period={period} />
    ))}
    {caps.open.cap === null ? null : (
      <Used name={t.open} used={caps.open.used} cap={caps.open.cap} say={count} again={t.openNow} />
    )}
    {caps.paceLeads === null ? null : <Text size="sm">{t.pace(count(caps.paceLeads))}</Text>}
    {caps.reached === null ? null : (
      <Text size="sm" c="var(--mantine-color-error)">
        {REACHED[caps.reached] ?? t.reached(caps.reached)}
      </Text>
    )}
    {caps.capMode === 'observe' ? <Text size="sm">{t.observed}</Text> : null}
  </Stack>
);

function PeriodBars({ period: { period, leads, spend, resetsAt } }: { readonly period: Period }) {
  const zone = useZone();
  const again = t.again(exactTime(resetsAt, zone));
  const isDay = period === 'day';
  return (
    <>
      {leads.cap === null ? null : (
        <Used name={t.leads[period] ?? period} used={leads.used} cap={leads.cap} say={count} again={again} />
      )}
      {leads.cap === null && isDay ? (
        <Text size="sm">
          {t.leads[period]}: {t.free(count(leads.used))}
        </Text>
      ) : null}
      {spend.cap === null ? null : (
        <Used
          name={t.spend[period] ?? period}
          used={Number(spend.used)}
          cap={Number(spend.cap)}
          say={money}
          again={again}
        />
      )}
    </>
  );
}

interface UsedProps {
  readonly name: string;
  readonly used: number;
  readonly cap: number;
  readonly say: (value: number) => string;
  readonly again: string;
}

const Used = ({ name, used, cap, say, again }: UsedProps) => (
  <div>
    <Text size="sm">{name}</Text>
    <ShareBar
      label={name}
      value={used}
      max={cap}
      words={`${t.used(say(used), say(cap))} · ${again}`}
      {...(used >= cap ? { color: 'red' } : {})}
    />
  </div>
);

function CreditBar({ credit }: { readonly credit: BuyerUsage['credit'] }) {
  if (credit === null) return null;
  const [used, limit] = [Number(credit.used), Number(credit.limit)];
  const words = used < 0 ? t.paidAhead(money(-used)) : t.used(money(used), money(limit));
  return (
    <div>
      <Text size="sm">{t.credit}</Text>
      <ShareBar label={t.credit} value={used} max={limit} words={words} {...(used >= limit ? { color: 'red' } : {})} />
    </div>
  );
}
