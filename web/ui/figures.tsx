import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  /** What stands behind it: the counts, or how it was before. */
  readonly note?: ReactNode;
}

/** The few numbers that matter now, side by side. */
export const Figures = ({ figures }: { readonly figures: readonly Figure[] }) => (
  <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm" component="dl" m={0}>
    {figures.map(({ label, value, note }) => (
      <Paper key={label} withBorder p="sm">
        <Text component="dt" size="sm" c="dimmed">
          {label}
        </Text>
        <Text component="dd" m={0} fz="1.375rem" fw={600} className="figures">
          {value}
        </Text>
        {note ? (
          <Text component="dd" m={0} size="sm" c="dimmed" className="figures">
            {note}
          </Text>
        ) : null}
      </Paper>
    ))}
  </SimpleGrid>
);
