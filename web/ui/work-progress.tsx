import { Stack, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { furnitureTexts as t } from '../texts/furniture.ts';
import { count, percent } from './format.ts';
import { ShareBar } from './share-bar.tsx';

/** Long work that goes on beside the page: an export, an import, a replay. */
interface WorkProgressProps {
  /** What the work is, for who cannot see it: "Export of sold leads". Never personal. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** How the things are called of which so many are done: "leads". */
  readonly things: string;
  /** Whether it has been taken up already. */
  readonly isBegun: boolean;
}

/** Shares at which a screen reader is told how far the work is: often enough, and not at each step. */
const TOLD_AT = 25;

/** How far long work is: a bar, the counts, and now and then a word to who cannot see it. */
export function WorkProgress({ label, done, total, things, isBegun }: WorkProgressProps) {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const words = isBegun ? t.soFar(count(done), count(total), things, percent(share)) : t.notBegun(count(total), things);
  return (
    <Stack gap={4} w="100%" maw={320}>
      <ShareBar label={label} value={done} max={total} words={words} />
      <Told words={`${label}: ${words}`} step={isBegun ? Math.floor((share * 100) / TOLD_AT) : -1} />
    </Stack>
  );
}

/** Says the words politely, each time that a step is reached and not in between. */
function Told({ words, step }: { readonly words: string; readonly step: number }) {
  const [told, setTold] = useState({ step, words });
  if (told.step !== step) setTold({ step, words });
  return <VisuallyHidden role="status">{told.words}</VisuallyHidden>;
}
