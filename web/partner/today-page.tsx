import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { todayTexts as t } from '../texts/today.ts';
import { DayBoard } from '../today/day-board.tsx';
import { useDay } from '../today/day-choice.tsx';
import { countFigure, latencyFigure, moneyFigure } from '../today/day-figures.ts';
import { AGAIN_MS, DayPage } from '../today/day-page.tsx';
import { TopList } from '../today/top-list.tsx';
import { count, money } from '../ui/format.ts';
import { inWords } from '../ui/words.ts';

async function readDay(day: string | undefined) {
  const query = day === undefined ? {} : { day };
  return (await answerOf(api.GET('/api/partner/today', { params: { query } }))).data;
}

type PartnerDay = Awaited<ReturnType<typeof readDay>>;

/** The partner's day. */
export default function TodayPage() {
  const day = useDay();
  const query = useQuery({
    queryKey: ['today', 'partner', day],
    queryFn: () => readDay(day),
    refetchInterval: AGAIN_MS,
  });
  return <DayPage query={query} show={(data) => <Day data={data} />} />;
}

const Day = ({ data }: { readonly data: PartnerDay }) => (
  <DayBoard
    figures={figuresOf(data)}
    hours={data.hours}
    counts={[
      { name: t.leads, of: (hour) => hour.leads },
      { name: t.sold, of: (hour) => hour.sold },
    ]}
    money={{ name: t.earned, of: (hour) => hour.payout }}
    tops={<Tops data={data} />}
  />
);

const figuresOf = ({ totals, before }: PartnerDay) => [
  countFigure(t.leads, totals.leads, before.leads),
  countFigure(t.sold, totals.sold, before.sold),
  moneyFigure(t.earned, totals.payout, before.payout),
  countFigure(t.notSold, totals.unsold, before.unsold),
  countFigure(t.rejectedPosts, totals.rejectedPosts, before.rejectedPosts),
  latencyFigure(t.answerTime, totals),
];

const Tops = ({ data }: { readonly data: PartnerDay }) => (
  <SimpleGrid cols={1} spacing="md">
    <TopList
      title={t.byCampaign}
      name={t.campaign}
      rows={data.byCampaign}
      href={({ id }) => `/partner/campaigns/${id}`}
      columns={[
        { label: t.leads, cell: (row) => count(row.leads) },
        { label: t.sold, cell: (row) => count(row.sold) },
        { label: t.earned, cell: (row) => money(row.payout) },
      ]}
    />
    <TopList
      title={t.rejectedPosts}
      name={t.reason}
      rows={data.rejectedPosts.map(({ code, posts }) => ({ id: code, name: inWords(code.toLowerCase()), posts }))}
      columns={[{ label: t.posts, cell: (row) => count(row.posts) }]}
    />
  </SimpleGrid>
);
