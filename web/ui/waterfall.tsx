import { Box, Group, List, Stack, Text } from '@mantine/core';
import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleX,
  IconHourglass,
} from '@tabler/icons-react';
import type { WaterfallRow } from '../leads/lead-types.ts';
import { leadTexts as t } from '../texts/leads.ts';
import { duration } from './format.ts';
import { Time } from './time.tsx';
import { inWords } from './words.ts';

const GROUPS = [
  { title: t.winner, dispositions: ['delivered'], Icon: IconCircleCheckFilled, tone: 'green' },
  { title: t.holding, dispositions: ['pending'], Icon: IconHourglass, tone: 'blue' },
  { title: t.gaveBack, dispositions: ['returned'], Icon: IconCircleMinus, tone: 'yellow' },
  { title: t.refusedBy, dispositions: ['rejected', 'failed'], Icon: IconCircleX, tone: 'red' },
  { title: t.outranked, dispositions: ['outranked'], Icon: IconCircleMinus, tone: 'gray' },
  { title: t.notMatching, dispositions: ['skipped'], Icon: IconCircleDashed, tone: 'gray' },
] as const;

/** Of what was skipped, what would have fitted is told apart from what did not fit. */
const groupOf = ({ disposition, reasonCode }: WaterfallRow): string =>
  disposition === 'skipped' && reasonCode === 'outranked' ? 'outranked' : disposition;

/** Every contract that was considered, winner first, each with its reason as a sentence. */
export const WaterfallView = ({ rows }: { readonly rows: readonly WaterfallRow[] }) => (
  <Stack gap="md">
    {GROUPS.map(({ title, dispositions, Icon, tone }) => {
      const members = rows.filter((row) => dispositions.some((one) => one === groupOf(row)));
      if (members.length === 0) return null;
      return (
        <Stack key={title} gap={6}>
          <Text fw={600} size="sm">
            {title} ({members.length})
          </Text>
          <List spacing={6} listStyleType="none" withPadding={false}>
            {members.map((row) => (
              <List.Item
                key={row.contractId}
                icon={<Icon size={18} aria-hidden color={`var(--careroute-${tone}-text)`} />}
              >
                <Sentence row={row} />
              </List.Item>
            ))}
          </List>
        </Stack>
      );
    })}
  </Stack>
);

function Sentence({ row }: { readonly row: WaterfallRow }) {
  return (
    <Box>
      <Text>
        {row.reason}{' '}
        <Text span c="dimmed" size="sm">
          {t.contractVersion(row.contractVersion)}
        </Text>
      </Text>
      {row.attempts.map((attempt) => (
        <Group key={attempt.number} gap={6} c="dimmed" fz="sm">
          <Text size="sm">{t.attempt(attempt.number)}</Text>
          <Time at={attempt.startedAt} />
          <Text size="sm">
            {[
              attempt.outcome === null ? t.noAnswer : inWords(attempt.outcome),
              attempt.httpStatus === null ? undefined : `HTTP ${attempt.httpStatus}`,
              attempt.durationMs === null ? undefined : duration(attempt.durationMs),
            ]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </Text>
        </Group>
      ))}
    </Box>
  );
}
