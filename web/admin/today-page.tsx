import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FirstRunOffer } from '../first-run/first-run-offer.tsx';
import { answerOf, api } from '../frame/api.ts';
import { todayTexts as t } from '../texts/today.ts';
import { DayBoard } from '../today/day-board.tsx';
import { useDay } from '../today/day-choice.tsx';
import { countFigure, latencyFigure, moneyFigure, rateFigure } from '../today/day-figures.ts';
import { AGAIN_MS, DayPage } from '../today/day-page.tsx';
import { TopList } from '../today/top-list.tsx';
import { count, money } from '../ui/format.ts';

async function readDay(day: string | undefined) {
  const query = day === undefined ? {} : { day };
  return (await answerOf(api.GET('/api/v1/today', { params: { query } }))).data;
}

type StaffDay = Awaited<ReturnType<typeof readDay>>;

/** The organization's day. */
export default function TodayPage() {
  const day = useDay();
  const query = useQuery({ queryKey: ['today', day], queryFn: () => readDay(day), refetchInterval: AGAIN_MS });
  return <DayPage query={query} above={<FirstRunOffer />} show={(data) => <Day data={data} />} />;
}

const Day = ({ data }: { readonly data: StaffDay }) => (
  <DayBoard
    figures={figuresOf(data)}
    hours={data.hours}
    counts={[
      { name: t.leads, of: (hour) => hour.leads },
      { name: t.sold, of: (hour) => hour.sold },
    ]}
    money={{ name: t.revenue, of: (hour) => hour.revenue }}
    tops={<Tops data={data} />}
  />
);

const figuresOf = ({ totals, before }: StaffDay) => [
  countFigure(t.leads, totals.leads, before.leads),
  countFigure(t.sold, totals.sold, before.sold),
  moneyFigure(t.revenue, totals.revenue, before.revenue),
  moneyFigure(t.payout, totals.payout, before.payout),
  rateFigure(t.acceptRate, totals.acceptRate, t.acceptNote),
  latencyFigure(t.answerTime, totals),
  countFigure(t.notSold, totals.unsold, before.unsold),
  countFigure(t.pending, totals.pending, before.pending),
  countFigure(t.uncertain, totals.uncertain, before.uncertain),
  countFigure(t.duplicates, totals.duplicates, before.duplicates),
  countFigure(t.refused, totals.refused, before.refused),
  countFigure(t.tests, totals.testLeads, before.testLeads),
];

const Tops = ({ data }: { readonly data: StaffDay }) => (
  <SimpleGrid cols={1} spacing="md">
    <TopList
      title={t.byCampaign}
      name={t.campaign}
      rows={data.byCampaign}
      href={({ id }) => `/admin/partners/campaigns/${id}`}
      columns={[
        { label: t.leads, cell: (row) => count(row.leads) },
        { label: t.sold, cell: (row) => count(row.sold) },
        { label: t.revenue, cell: (row) => money(row.revenue) },
      ]}
    />
    <TopList
      title={t.byBuyer}
      name={t.buyer}
      rows={data.byBuyer}
      href={({ id }) => `/admin/buyers/${id}`}
      columns={[
        { label: t.sold, cell: (row) => count(row.sold) },
        { label: t.revenue, cell: (row) => money(row.revenue) },
      ]}
    />
  </SimpleGrid>
);
