import { useQuery } from '@tanstack/react-query';
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
  return (await answerOf(api.GET('/api/buyer/today', { params: { query } }))).data;
}

type BuyerDay = Awaited<ReturnType<typeof readDay>>;

/** The buyer's day. */
export default function TodayPage() {
  const day = useDay();
  const query = useQuery({ queryKey: ['today', 'buyer', day], queryFn: () => readDay(day), refetchInterval: AGAIN_MS });
  return <DayPage query={query} show={(data) => <Day data={data} />} />;
}

const Day = ({ data }: { readonly data: BuyerDay }) => (
  <DayBoard
    figures={figuresOf(data)}
    hours={data.hours}
    counts={[
      { name: t.bought, of: (hour) => hour.bought },
      { name: t.youRefused, of: (hour) => hour.refused },
    ]}
    money={{ name: t.spend, of: (hour) => hour.spend }}
    tops={
      <TopList
        title={t.byContract}
        name={t.contract}
        rows={data.byContract}
        href={({ id }) => `/buyer/contracts/${id}`}
        columns={[
          { label: t.bought, cell: (row) => count(row.bought) },
          { label: t.spend, cell: (row) => money(row.spend) },
        ]}
      />
    }
  />
);

const figuresOf = ({ totals, before }: BuyerDay) => [
  countFigure(t.bought, totals.bought, before.bought),
  moneyFigure(t.spend, totals.spend, before.spend),
  rateFigure(t.youAccepted, totals.acceptRate, t.acceptNote),
  countFigure(t.youRefused, totals.refused, before.refused),
  countFigure(t.uncertain, totals.uncertain, before.uncertain),
  latencyFigure(t.answerTime, totals),
];
