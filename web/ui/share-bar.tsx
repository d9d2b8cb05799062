import { Progress, Text } from '@mantine/core';

interface ShareBarProps {
  /** What is measured, for who cannot see it: "Leads a day". */
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The same in words, beside the bar. */
  readonly words: string;
  readonly color?: string;
}

/** A whole of nothing is not begun, unless something is of it. */
const shareOf = (value: number, max: number): number =>
  max > 0 ? Math.max(0, Math.min(1, value / max)) : Number(value > 0);

/** So much of a whole: a bar and the words that it stands for. */
export const ShareBar = ({ label, value, max, words, color }: ShareBarProps) => (
  <>
    <Progress.Root
      size="sm"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.max(0, Math.min(value, max))}
      aria-valuetext={words}
    >
      <Progress.Section
        value={shareOf(value, max) * 100}
        withAria={false}
        {...(color === undefined ? {} : { color })}
      />
    </Progress.Root>
    <Text size="sm" c="dimmed" className="figures">
      {words}
    </Text>
  </>
);
