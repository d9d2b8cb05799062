import type { Fault } from '../../../kernel/app-error.ts';
import { isId } from '../../../kernel/ids.ts';
import { isBlank } from './read-field.ts';
import { readBoolean } from './read-scalar.ts';
import { textOf } from './reading.ts';
import { isTestResult, TEST_RESULTS, type TestResult } from './forced-outcome.ts';
import { readShadowAnswer, type ShadowAnswer } from './shadow-answer.ts';

const MAX_BUYERS = 200;

/** What a request says about its own handling. `acceptedBuyerIds` limits the sale to these buyers, in lower case. */
export interface LeadControl {
  readonly isTest: boolean;
  /** The outcome that a test is to be answered with. */
  readonly testResult?: TestResult;
  /** Whether the lead is to be judged only, and not kept. */
  readonly validateOnly: boolean;
  readonly pingId?: string;
  readonly parentLeadId?: string;
  readonly acceptedBuyerIds?: readonly string[];
  /** What another system answered to the same lead. */
  readonly shadowAnswer?: ShadowAnswer;
}

/** Reads the control keys of a body; faults are pushed to `faults`. The campaign is looked up elsewhere. */
export function readControl(body: Readonly<Record<string, unknown>>, faults: Fault[]): LeadControl {
  const source: Source = { body, faults };
  const testResult = readTestResult(source);
  const pingId = readUuid(source, 'pingId');
  const parentLeadId = readUuid(source, 'parentLeadId');
  const acceptedBuyerIds = readBuyers(source);
  const shadowAnswer = readShadowAnswer(own(source, 'shadowAnswer'), faults);
  const flags = [readFlag(source, 'isTest'), readFlag(source, 'testMode')];
  return {
    isTest: flags.includes(true),
    validateOnly: readFlag(source, 'validateOnly'),
    ...(testResult === undefined ? {} : { testResult }),
    ...(pingId === undefined ? {} : { pingId }),
    ...(parentLeadId === undefined ? {} : { parentLeadId }),
    ...(acceptedBuyerIds === undefined ? {} : { acceptedBuyerIds }),
    ...(shadowAnswer === undefined ? {} : { shadowAnswer }),
  };
}

interface Source {
  readonly body: Readonly<Record<string, unknown>>;
  readonly faults: Fault[];
}

const own = ({ body }: Source, key: string): unknown => (Object.hasOwn(body, key) ? body[key] : undefined);

function readFlag(source: Source, key: string): boolean {
  const raw = own(source, key);
  if (isBlank(raw)) return false;
  const reading = readBoolean(raw);
  if (reading.kind === 'fault') source.faults.push({ field: key, rule: reading.rule, message: reading.message });
  return reading.kind === 'value' && reading.value === true;
}

function readTestResult(source: Source): TestResult | undefined {
  const raw = own(source, 'testResult');
  if (isBlank(raw)) return undefined;
  const given = textOf(raw);
  if (given.kind === 'fault') {
    source.faults.push({ field: 'testResult', rule: given.rule, message: given.message });
    return undefined;
  }
  const text = given.text.trim().toLowerCase();
  if (isTestResult(text)) return text;
  const message = `Send one of ${TEST_RESULTS.join(', ')}, or leave it out.`;
  source.faults.push({ field: 'testResult', rule: 'not_an_option', message });
  return undefined;
}

function readUuid(source: Source, key: string): string | undefined {
  const raw = own(source, key);
  if (isBlank(raw)) return undefined;
  if (typeof raw === 'string' && isId(raw)) return raw.toLowerCase();
  source.faults.push({ field: key, rule: 'not_an_id', message: 'Send the id as it was given to you, a UUID.' });
  return undefined;
}

function readBuyers(source: Source): string[] | undefined {
  const raw = own(source, 'acceptedBuyerIds');
  if (isBlank(raw)) return undefined;
  const ids =
    Array.isArray(raw) && raw.length <= MAX_BUYERS ? raw.filter((id) => typeof id === 'string' && isId(id)) : [];
  if (Array.isArray(raw) && ids.length === raw.length) return [...new Set(ids.map((id: string) => id.toLowerCase()))];
  const message = `Send a list of at most ${MAX_BUYERS} buyer ids, each a UUID.`;
  source.faults.push({ field: 'acceptedBuyerIds', rule: 'not_an_id', message });
  return undefined;
}
