import { Alert, Anchor, Button, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import type { Ok } from '../../frame/ok.ts';
import { PageFailed } from '../../frame/page-states.tsx';
import { useMay } from '../../frame/session.tsx';
import { checkLogTexts } from '../../texts/check-log.ts';
import { checkTexts } from '../../texts/checks.ts';
import { leadActTexts as t } from '../../texts/lead-acts.ts';
import { Section } from '../../ui/page.tsx';

type Trial = Ok<'/api/v1/campaigns/{campaignId}/would-sell', 'post'>['data'];

/** Whether a lead of the campaign would sell at this moment, contract by contract. */
export function WouldSell({ campaignId }: { readonly campaignId: string }) {
  const trial = useMutation({
    mutationFn: async () => {
      const call = { params: { path: { campaignId } }, body: {} };
      return (await answerOf(api.POST('/api/v1/campaigns/{campaignId}/would-sell', call))).data;
    },
  });
  return (
    <Section title={t.wouldSell}>
      <Stack>
        <Text c="dimmed">{t.wouldSellText}</Text>
        <div>
          <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate()}>
            {t.tryNow}
          </Button>
        </div>
        {trial.isError ? <PageFailed error={trial.error} onRetry={() => trial.mutate()} /> : null}
        {trial.data ? <Verdict trial={trial.data} /> : null}
      </Stack>
    </Section>
  );
}

function Verdict({ trial: { wouldSell, summary, checks, contracts, offerId } }: { readonly trial: Trial }) {
  const may = useMay();
  const tone = wouldSell ? 'green' : 'yellow';
  return (
    <Stack gap="sm" aria-live="polite">
      <Alert
        color={tone}
        variant="light"
        icon={wouldSell ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
        title={
          <Text span inherit c={`var(--careroute-${tone}-text)`}>
            {wouldSell ? t.yes : t.no}
          </Text>
        }
      >
        <Text c="var(--mantine-color-text)">{summary}</Text>
      </Alert>
      <List spacing={6} listStyleType="none" withPadding={false}>
        {contracts.map((row) => (
          <List.Item key={row.contractId}>
            <Text span fw={500}>
              {row.buyerName} · {row.contractName}
            </Text>
            {' · '}
            {row.wouldGetIt ? t.wouldGet : row.outcome === 'eligible' ? t.mightGet : t.cannot}
            <Text size="sm" c="dimmed">
              {row.reason} {t.amounts(row.price, row.payout)}
            </Text>
          </List.Item>
        ))}
      </List>
      {checks.length === 0 ? null : <Checks checks={checks} />}
      {!wouldSell && offerId !== null && may('offers:read') ? (
        <Anchor component={Link} to={`/admin/offers/${offerId}`}>
          {t.readiness}
        </Anchor>
      ) : null}
    </Stack>
  );
}

/** Which outside services would be asked before any contract. */
const Checks = ({ checks }: { readonly checks: Trial['checks'] }) => (
  <div>
    <Text fw={500}>{t.checks}</Text>
    <List spacing={6} listStyleType="none" withPadding={false}>
      {checks.map(({ vendorId, vendorName, kind, failMode, plan }) => (
        <List.Item key={vendorId}>
          <Text span fw={500}>
            {vendorName} · {checkTexts.kinds[kind] ?? kind}
          </Text>
          {' · '}
          {t.checkPlans[plan]}
          <Text size="sm" c="dimmed">
            {checkLogTexts.failMode}: {checkLogTexts.failModes[failMode] ?? failMode}
          </Text>
        </List.Item>
      ))}
    </List>
    <Text size="sm" c="dimmed">
      {t.checksText}
    </Text>
  </div>
);
