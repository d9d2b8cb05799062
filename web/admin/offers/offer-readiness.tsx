import { Alert, List, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import type { Ok } from '../../frame/ok.ts';
import { readinessTexts as t } from '../../texts/readiness.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';

type Readiness = Ok<'/api/v1/offers/{offerId}/readiness', 'get'>['data'];

/** Whether a lead could be sold through the offer now, and if not, what to do about it. */
export function OfferReadiness({ offerId }: { readonly offerId: string }) {
  const readiness = useQuery({
    queryKey: ['offers', 'readiness', offerId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/offers/{offerId}/readiness', { params: { path: { offerId } } }))).data,
  });
  return (
    <Section title={t.title}>
      <Loaded query={readiness}>{(loaded) => <Verdict readiness={loaded} />}</Loaded>
    </Section>
  );
}

function Verdict({ readiness: { canSell, checks, contracts, campaigns } }: { readonly readiness: Readiness }) {
  const faults = checks.filter(({ ok }) => !ok);
  return (
    <Stack>
      <Alert
        color={canSell ? 'green' : 'yellow'}
        variant="light"
        icon={canSell ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
        title={
          <Text span inherit c={`var(--careroute-${canSell ? 'green' : 'yellow'}-text)`}>
            {canSell ? t.yes : t.no}
          </Text>
        }
      >
        {faults.length === 0 ? null : (
          <List size="sm" c="var(--mantine-color-text)">
            {faults.map(({ id, text, remedy }) => (
              <List.Item key={id}>
                {text} {remedy}
              </List.Item>
            ))}
          </List>
        )}
      </Alert>
      <Members
        title={t.contracts}
        rows={contracts.map(({ contractId, name, canSell: ok, reasons }) => ({ id: contractId, name, ok, reasons }))}
        good={t.can}
        bad={t.cannot}
      />
      <Members
        title={t.campaigns}
        rows={campaigns.map(({ campaignId, name, ok, reasons }) => ({ id: campaignId, name, ok, reasons }))}
        good={t.sends}
        bad={t.doesNot}
      />
    </Stack>
  );
}

interface MembersProps {
  readonly title: string;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly ok: boolean;
    readonly reasons: readonly { readonly code: string; readonly text: string }[];
  }[];
  readonly good: string;
  readonly bad: string;
}

/** Each with a word and a mark, and the reasons where it is not well. */
function Members({ title, rows, good, bad }: MembersProps) {
  if (rows.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={3}>{title}</Title>
      <List spacing={4} listStyleType="none" withPadding={false}>
        {rows.map(({ id, name, ok, reasons }) => (
          <List.Item
            key={id}
            icon={
              ok ? (
                <IconCircleCheck size={18} aria-hidden color="var(--careroute-green-text)" />
              ) : (
                <IconCircleX size={18} aria-hidden color="var(--careroute-red-text)" />
              )
            }
          >
            <Text span fw={500}>
              {name}
            </Text>
            {' · '}
            {ok ? good : bad}
            {reasons.map(({ code, text }) => (
              <Text key={code} size="sm" c="dimmed">
                {text}
              </Text>
            ))}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
