import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconInfoCircle,
  IconPlayerPause,
} from '@tabler/icons-react';
import { inWords } from './words.ts';

type Tone = 'good' | 'bad' | 'warn' | 'info' | 'still' | 'none';

const LOOK = {
  good: { color: 'green', Icon: IconCircleCheck },
  bad: { color: 'red', Icon: IconCircleX },
  warn: { color: 'yellow', Icon: IconAlertTriangle },
  info: { color: 'blue', Icon: IconInfoCircle },
  still: { color: 'gray', Icon: IconPlayerPause },
  none: { color: 'gray', Icon: IconCircleDashed },
} as const;

const TONES: Readonly<Record<string, Tone>> = {
  sold: 'good',
  settled: 'good',
  active: 'good',
  delivered: 'good',
  done: 'good',
  accepted: 'good',
  approved: 'good',
  success: 'good',
  matched: 'info',
  pending: 'info',
  queued: 'info',
  running: 'info',
  delivering: 'info',
  testing: 'info',
  setup: 'info',
  invited: 'info',
  uncertain: 'warn',
  expired: 'warn',
  returned: 'warn',
  duplicate: 'warn',
  rejected: 'none',
  skipped: 'none',
  unsold: 'none',
  released: 'none',
  paused: 'still',
  inactive: 'still',
  disabled: 'still',
  failed: 'bad',
  refused: 'bad',
  declined: 'bad',
  revoked: 'bad',
  suspended: 'bad',
  banned: 'bad',
  error: 'bad',
};

/** Words up to this length stay in one line. */
const SHORT = 24;

/** A state: colour, icon and word together, since colour alone tells not everybody. */
export function Status({ value, label, tone }: { value: string; label?: string; tone?: Tone }) {
  const { color, Icon } = LOOK[tone ?? TONES[value] ?? 'none'];
  const words = label ?? inWords(value);
  return (
    <Badge
      variant="light"
      {...(words.length <= SHORT ? { miw: 'max-content' } : { className: 'sentence' })}
      color={color}
      c={`var(--careroute-${color}-text)`}
      leftSection={<Icon size={13} stroke={2} aria-hidden />}
    >
      {words}
    </Badge>
  );
}

Status.inText = ({ value, label }: { value: string; label?: string }): string => label ?? inWords(value);
