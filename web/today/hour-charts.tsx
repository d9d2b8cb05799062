import { todayTexts as t } from '../texts/today.ts';
import { Chart } from '../ui/chart.tsx';
import { count, duration, hourOf, money } from '../ui/format.ts';
import { useZone } from '../ui/time.tsx';

interface Hour {
  readonly startsAt: string;
}

interface HourChartProps<H extends Hour> {
  readonly hours: readonly H[];
}

/** The hour with the most of something; undefined where nothing happened. */
function peak<H extends Hour>(
  hours: readonly H[],
  of: (hour: H) => number | null,
): { hour: H; value: number } | undefined {
  let best: { hour: H; value: number } | undefined;
  for (const hour of hours) {
    const value = of(hour) ?? 0;
    if (value > 0 && value > (best?.value ?? 0)) best = { hour, value };
  }
  return best;
}

interface CountChartProps<H extends Hour> extends HourChartProps<H> {
  readonly series: readonly { readonly name: string; readonly of: (hour: H) => number }[];
}

/** How many, hour by hour. */
export function CountChart<H extends Hour>({ hours, series }: CountChartProps<H>) {
  const zone = useZone();
  const [first] = series;
  const most = first ? peak(hours, first.of) : undefined;
  return (
    <Chart
      kind="bars"
      title={most ? t.leadsTitle(hourOf(most.hour.startsAt, zone), most.value) : t.quiet}
      labelName={t.hour}
      labels={hours.map((hour) => hourOf(hour.startsAt, zone))}
      series={series.map(({ name, of }) => ({ name, values: hours.map(of) }))}
      say={count}
    />
  );
}

interface MoneyChartProps<H extends Hour> extends HourChartProps<H> {
  readonly name: string;
  readonly of: (hour: H) => string;
}

/** How much, hour by hour. */
export function MoneyChart<H extends Hour>({ hours, name, of }: MoneyChartProps<H>) {
  const zone = useZone();
  const most = peak(hours, (hour) => Number(of(hour)));
  return (
    <Chart
      kind="bars"
      title={most ? t.moneyTitle(hourOf(most.hour.startsAt, zone), money(most.value)) : t.quiet}
      labelName={t.hour}
      labels={hours.map((hour) => hourOf(hour.startsAt, zone))}
      series={[{ name, values: hours.map((hour) => Number(of(hour))) }]}
      say={money}
    />
  );
}

export type TimedHour = Hour & { readonly latencyP50Ms: number | null; readonly latencyP95Ms: number | null };

/** How quickly, hour by hour. */
export function LatencyChart({ hours }: HourChartProps<TimedHour>) {
  const zone = useZone();
  const most = peak(hours, (hour) => hour.latencyP95Ms);
  return (
    <Chart
      kind="lines"
      title={most ? t.latencyTitle(hourOf(most.hour.startsAt, zone), duration(most.value)) : t.quiet}
      labelName={t.hour}
      labels={hours.map((hour) => hourOf(hour.startsAt, zone))}
      series={[
        { name: t.p50, values: hours.map((hour) => hour.latencyP50Ms) },
        { name: t.p95, values: hours.map((hour) => hour.latencyP95Ms) },
      ]}
      say={duration}
    />
  );
}
