import { Anchor, Code, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useNames } from '../frame/use-names.ts';
import { postingTexts as t } from '../texts/posting-log.ts';
import { Facts } from '../ui/facts.tsx';
import { duration, exactTime } from '../ui/format.ts';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import type { TableColumn, TablePage, TableWish } from '../ui/table/table-types.ts';
import { ExactTime, useZone } from '../ui/time.tsx';
import type { Posting } from './campaign-types.ts';
import { faultInWords, outcomeName } from './fault-in-words.ts';
import { usePostingFilters } from './posting-filters.ts';

interface PostingLogTableProps {
  /** Where the posts come from: the organization's, or those of one partner. */
  readonly load: (wish: TableWish) => Promise<TablePage<Posting>>;
  readonly withPartners: boolean;
  readonly leadHref: (leadId: string) => string;
}

/** Posts and their answers. */
export function PostingLogTable({ load, withPartners, leadHref }: PostingLogTableProps) {
  const campaigns = useNames('campaigns');
  const partners = useNames('partners');
  const zone = useZone();
  const partner: TableColumn<Posting> = {
    id: 'partner',
    label: t.columnPartner,
    cell: ({ partnerId }) => partners.nameOf(partnerId),
    extra: true,
  };
  return (
    <DataTable
      name="posting-log"
      label={t.postingLog}
      columns={[
        { id: 'time', label: t.columnTime, cell: ({ at }) => <ExactTime at={at} /> },
        { id: 'campaign', label: t.columnCampaign, cell: ({ campaignId }) => campaigns.nameOf(campaignId) },
        ...(withPartners ? [partner] : []),
        {
          id: 'outcome',
          label: t.columnOutcome,
          cell: ({ outcome }) => <Outcome outcome={outcome} />,
          text: ({ outcome }) => outcomeName(outcome),
        },
        { id: 'kind', label: t.columnEndpoint, cell: kindOf, extra: true },
        { id: 'http', label: t.columnHttp, numeric: true, cell: ({ httpStatus }) => httpStatus },
        { id: 'code', label: t.columnCode, cell: ({ code }) => code ?? '–' },
        { id: 'duration', label: t.columnDuration, numeric: true, cell: ({ durationMs }) => duration(durationMs) },
      ]}
      filters={usePostingFilters(withPartners)}
      load={load}
      rowId={({ id }) => id}
      rowName={({ at }) => exactTime(at, zone)}
      panel={(post) => <PostEssentials post={post} campaign={campaigns.nameOf(post.campaignId)} leadHref={leadHref} />}
      empty={{ title: t.noPosts, text: t.noPostsText }}
    />
  );
}

const kindOf = ({ endpoint }: Posting): string => t.endpoints[endpoint] ?? endpoint;

const TONES: Readonly<Record<string, 'good' | 'none' | 'warn' | 'bad'>> = {
  success: 'good',
  rejected: 'none',
  server_error: 'bad',
};

const Outcome = ({ outcome }: { readonly outcome: string }) => (
  <Status value={outcome} label={outcomeName(outcome)} tone={TONES[outcome] ?? 'warn'} />
);

interface PostEssentialsProps extends Pick<PostingLogTableProps, 'leadHref'> {
  readonly post: Posting;
  readonly campaign: string;
}

const PostEssentials = ({ post, campaign, leadHref }: PostEssentialsProps) => (
  <Stack>
    <Facts
      facts={[
        [t.columnEndpoint, kindOf(post)],
        [t.columnCampaign, campaign],
        [t.columnOutcome, <Outcome key="outcome" outcome={post.outcome} />],
        [t.columnHttp, post.httpStatus],
        [t.columnCode, post.code],
        [t.columnDuration, duration(post.durationMs)],
        [t.request, <Code key="request">{post.requestId}</Code>],
      ]}
    />
    <Title order={3}>{t.faults}</Title>
    {post.faults.length === 0 ? (
      <Text c="dimmed">{t.noFaults}</Text>
    ) : (
      <List>
        {post.faults.map((fault) => (
          <List.Item key={fault.field + fault.rule}>{faultInWords(fault)}</List.Item>
        ))}
      </List>
    )}
    {post.leadId === null ? null : (
      <Anchor component={Link} to={leadHref(post.leadId)}>
        {t.toLead}
      </Anchor>
    )}
  </Stack>
);
