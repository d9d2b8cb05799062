import { scheduleTexts as t } from '../texts/schedule.ts';
import type { FieldWords } from '../ui/form/changes.ts';
import { type PaceValues, paceValues, type RampRow, type ShownPace } from './pace-values.ts';

/** "5 leads a day on 2026-11-01, 5 more each week" */
const rampInWords = (ramp: RampRow | null): string =>
  ramp === null ? t.noRamp : t.rampWords(ramp.start, ramp.startDate, ramp.step, t.rampUnits[ramp.every]);

/** What of a change is told before it is saved. */
export const PACE_WORDS: FieldWords<PaceValues> = {
  pacing: { label: t.pacing, say: (pacing) => t.pacings[pacing] },
  ramp: { label: t.ramp, say: rampInWords },
};

/** How its daily cap is spent, where there is more to say than "as leads come". */
export function paceFacts(shown: ShownPace): [string, string][] {
  const { pacing, ramp } = paceValues(shown);
  return [
    ...(pacing === 'even' ? [[t.pacing, t.pacings.even] as [string, string]] : []),
    ...(ramp ? [[t.ramp, rampInWords(ramp)] as [string, string]] : []),
  ];
}
