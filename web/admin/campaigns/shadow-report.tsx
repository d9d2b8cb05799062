import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Campaign } from '../../campaigns/campaign-types.ts';
import { answerOf, api } from '../../frame/api.ts';
import type { Ok } from '../../frame/ok.ts';
import { shadowTexts as t } from '../../texts/shadow.ts';
import { Facts } from '../../ui/facts.tsx';
import { money } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../../ui/table/paging.ts';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { Time } from '../../ui/time.tsx';
import { inWords } from '../../ui/words.ts';

type Report = Ok<'/api/v1/campaigns/{campaignId}/shadow', 'get'>;
type Differing = Report['data'][number];

/** One of the two answers, as a sentence. */
function answerText({ status, buyer, price, payout }: Differing['theirs']): string {
  const parts = [
    status === null ? '' : inWords(status),
    buyer ?? '',
    price === null ? '' : t.paid(money(price)),
    payout === null ? '' : t.earned(money(payout)),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

const ownText = ({ ours }: Differing): string => [answerText(ours), ours.reason ?? ''].filter(Boolean).join(': ');
const differsText = ({ differs }: Differing): string => differs.map((name) => t.differences[name] ?? name).join(', ');

const COLUMNS: readonly TableColumn<Differing>[] = [
  { id: 'at', label: t.columns.at, cell: ({ at }) => <Time at={at} />, text: ({ at }) => at },
  {
    id: 'lead',
    label: t.columns.lead,
    cell: ({ shortId }) =>
      shortId === null ? (
        t.noLead
      ) : (
        <Anchor component={Link} to={`/admin/leads/${shortId}`}>
          {shortId}
        </Anchor>
      ),
    text: ({ shortId }) => shortId ?? '',
  },
  { id: 'differs', label: t.columns.differs, cell: differsText, text: differsText },
  {
    id: 'theirs',
    label: t.columns.theirs,
    cell: ({ theirs }) => answerText(theirs),
    text: ({ theirs }) => answerText(theirs),
  },
  { id: 'ours', label: t.columns.ours, cell: ownText, text: ownText },
];

/** How far a campaign in shadow decides as the other system does; nothing where it never was in shadow. */
export function ShadowReport({ campaign: { id: campaignId, shadow } }: { readonly campaign: Campaign }) {
  const params = { path: { campaignId } };
  const report = useQuery({
    queryKey: ['campaigns', 'shadow', campaignId],
    queryFn: async () =>
      (
        await answerOf(
          api.GET('/api/v1/campaigns/{campaignId}/shadow', { params: { ...params, query: { limit: '1' } } }),
        )
      ).summary,
  });
  if (!shadow && !report.data?.posts) return null;
  return (
    <Section title={t.title}>
      <Loaded query={report}>{(summary) => <Agreement summary={summary} />}</Loaded>
      <DataTable
        name="shadow"
        label={t.differing}
        columns={COLUMNS}
        filters={[]}
        load={async (wish) => {
          const query = offsetQuery(wish);
          return offsetPage(
            await answerOf(api.GET('/api/v1/campaigns/{campaignId}/shadow', { params: { ...params, query } })),
          );
        }}
        rowId={({ id }) => id}
        rowName={({ shortId, at }) => shortId ?? at}
        empty={{ title: t.noneDiffer, text: t.noneDifferText }}
      />
    </Section>
  );
}

const Agreement = ({ summary }: { readonly summary: Report['summary'] }) => (
  <Stack gap="xs">
    <Text size="sm">{t.text}</Text>
    <Facts
      facts={[
        [t.figures.posts, summary.posts],
        [t.figures.compared, summary.compared],
        [t.figures.agreed, summary.agreed],
        [t.figures.agreement, t.percent(summary.agreementPercent)],
      ]}
    />
  </Stack>
);
