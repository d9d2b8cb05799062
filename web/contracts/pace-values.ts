import { scheduleTexts as t } from '../texts/schedule.ts';
import { needed, wholeOrBlank } from '../ui/form/rules.ts';
import type { Contract, ContractBody } from './contract-types.ts';

/** A daily cap that begins small. */
export interface RampRow {
  readonly start: string;
  readonly startDate: string;
  readonly step: string;
  readonly every: 'day' | 'week';
}

/** How a daily cap is spent, as a form holds it. */
export type PaceValues = { pacing: 'none' | 'even'; ramp: RampRow | null };

export const NO_PACE: PaceValues = { pacing: 'none', ramp: null };
const MOST = 1_000_000;

export type ShownPace = Pick<Contract, 'pacing' | 'ramp'>;

/** What was loaded, for the form. */
export const paceValues = ({ pacing, ramp }: ShownPace): PaceValues => ({
  pacing: pacing === 'even' ? 'even' : 'none',
  ramp: ramp && {
    start: String(ramp.start),
    startDate: ramp.startDate,
    step: String(ramp.step),
    every: ramp.every === 'week' ? 'week' : 'day',
  },
});

/** What is sent of the form. */
export const paceBody = ({ pacing, ramp }: PaceValues): Pick<ContractBody, 'pacing' | 'ramp'> => ({
  pacing,
  ramp: ramp && { ...ramp, start: Number(ramp.start), step: Number(ramp.step) },
});

const whole = (value: string): string | null => needed(value) ?? wholeOrBlank(0, MOST)(value);

interface DailyCaps {
  readonly dailyLeadCap: string;
  readonly dailySpendCap: string;
}

/** What the form says of it before anything is sent: a pace and a ramp are of a daily cap. */
export function paceRules({ pacing, ramp, dailyLeadCap, dailySpendCap }: PaceValues & DailyCaps) {
  const lacksCap = pacing === 'even' && dailyLeadCap === '' && dailySpendCap === '';
  return {
    pacing: lacksCap ? t.paceFault : null,
    ramp: ramp !== null && dailyLeadCap === '' ? t.rampFault : null,
    ...(ramp
      ? { 'ramp.start': whole(ramp.start), 'ramp.step': whole(ramp.step), 'ramp.startDate': needed(ramp.startDate) }
      : {}),
  };
}
