import { Text, Timeline as Line } from '@mantine/core';
import type { ReactNode } from 'react';
import { Time } from './time.tsx';

export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly text?: ReactNode;
}

/** What happened, in order, each with its time. */
export const Timeline = ({ entries }: { readonly entries: readonly TimelineEntry[] }) => (
  <Line bulletSize={12} lineWidth={2} active={entries.length}>
    {entries.map(({ id, at, title, text }) => (
      <Line.Item key={id} title={title}>
        {text ? (
          <Text size="sm" component="div">
            {text}
          </Text>
        ) : null}
        <Text size="sm" c="dimmed">
          <Time at={at} />
        </Text>
      </Line.Item>
    ))}
  </Line>
);
