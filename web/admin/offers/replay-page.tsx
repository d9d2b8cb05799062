import { Alert, Group, Loader, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import { usePageParam } from '../../frame/page-param.ts';
import { PageFailed } from '../../frame/page-states.tsx';
import { replayTexts as t } from '../../texts/replay.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import type { Offer } from './offer-values.ts';
import { ReplayForm } from './replay-form.tsx';
import { ReplayResult } from './replay-result.tsx';
import { draftsOf, periodOf, replayValues, type ReplayValues } from './replay-values.ts';

/** What past leads of an offer would have brought, had contracts or the offer been otherwise. */
export default function ReplayPage() {
  const offerId = usePageParam('offerId');
  const loaded = useQuery({
    queryKey: ['offers', 'replay', offerId],
    queryFn: async () => {
      const [offer, links, contracts] = await Promise.all([
        answerOf(api.GET('/api/v1/offers/{offerId}', { params: { path: { offerId } } })),
        answerOf(
          api.GET('/api/v1/offers/{offerId}/contracts', { params: { path: { offerId }, query: { limit: '200' } } }),
        ),
        answerOf(api.GET('/api/v1/contracts', { params: { query: { offerId, limit: '1000' } } })),
      ]);
      return { offer: offer.data, before: replayValues(offer.data, links.data, contracts.data) };
    },
    // What a person has in draft must not be taken away by a newer answer.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return <Loaded query={loaded}>{({ offer, before }) => <Whole offer={offer} before={before} />}</Loaded>;
}

const nameOf = (values: ReplayValues): string => JSON.stringify(values);

function Whole({ offer, before }: { readonly offer: Offer; readonly before: ReplayValues }) {
  const [current, setCurrent] = useState(nameOf(before));
  const [played, setPlayed] = useState('');
  const params = { path: { offerId: offer.id } };
  const replay = useMutation({
    mutationFn: async (values: ReplayValues) => {
      const body = { ...periodOf(values, new Date()), ...draftsOf(values, before) };
      return (await answerOf(api.POST('/api/v1/offers/{offerId}/replay', { params, body }))).data;
    },
    onSuccess: (_data, values) => setPlayed(nameOf(values)),
  });
  return (
    <Page title={t.title} above={{ title: offer.name, href: `/admin/offers/${offer.id}` }} state={t.about(offer.name)}>
      <ReplayForm
        before={before}
        isRunning={replay.isPending}
        onChange={(values) => setCurrent(nameOf(values))}
        onRun={(values) => replay.mutate(values)}
      />
      <div role="status" aria-live="polite">
        {replay.isPending ? <Running /> : null}
      </div>
      {replay.isError ? <PageFailed error={replay.error} /> : null}
      {replay.data && !replay.isPending ? (
        <Stack gap="md">
          {played === current ? null : (
            <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
              <Text c="var(--mantine-color-text)">{t.stale}</Text>
            </Alert>
          )}
          <ReplayResult replay={replay.data} />
        </Stack>
      ) : null}
    </Page>
  );
}

const Running = () => (
  <Section>
    <Group gap="sm" wrap="nowrap">
      <Loader size="sm" aria-hidden />
      <Text>{t.running}</Text>
    </Group>
  </Section>
);
