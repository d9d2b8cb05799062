import { postingTexts as t } from '../texts/posting-log.ts';
import { inWords } from '../ui/words.ts';
import type { Posting } from './campaign-types.ts';

/** A fault of a post as a sentence: "email: is missing". */
export function faultInWords({ field, rule }: Posting['faults'][number]): string {
  const most = /^at_most_(\d+)$/.exec(rule)?.[1];
  return t.fault(field, most === undefined ? (t.rules[rule] ?? inWords(rule).toLowerCase()) : t.overLimit(most));
}

const OUTCOMES: Readonly<Record<string, string>> = t.outcomes;

/** What an outcome of a post is called. */
export const outcomeName = (outcome: string): string => OUTCOMES[outcome] ?? inWords(outcome);
