import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Figure, Figures } from '../ui/figures.tsx';
import { Section } from '../ui/page.tsx';
import { CountChart, LatencyChart, MoneyChart, type TimedHour } from './hour-charts.tsx';

interface DayBoardProps<H extends TimedHour> {
  readonly figures: readonly Figure[];
  readonly hours: readonly H[];
  readonly counts: readonly { readonly name: string; readonly of: (hour: H) => number }[];
  readonly money: { readonly name: string; readonly of: (hour: H) => string };
  /** The few that mattered most. */
  readonly tops: ReactNode;
}

/** A day as each portal shows it: the figures, three charts of its hours, and what mattered most. */
export const DayBoard = <H extends TimedHour>({ figures, hours, counts, money, tops }: DayBoardProps<H>) => (
  <>
    <Figures figures={figures} />
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      <Section>
        <CountChart hours={hours} series={counts} />
      </Section>
      <Section>
        <MoneyChart hours={hours} name={money.name} of={money.of} />
      </Section>
      <Section>
        <LatencyChart hours={hours} />
      </Section>
      {tops}
    </SimpleGrid>
  </>
);
