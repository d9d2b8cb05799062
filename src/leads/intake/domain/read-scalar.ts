import type { FieldDefinition } from './fields.ts';
import { ABSENT, read, type Reading, refuse, textOf } from './reading.ts';

const DECIMAL = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;
const MAX_SIGNIFICANT_DIGITS = 15;
const TRUE_WORDS = new Set(['true', '1', 'yes']);
const FALSE_WORDS = new Set(['false', '0', 'no']);

/** A finite number, from JSON or from plain decimal text of at most 15 digits; no exponents, no separators. */
export function readNumber(definition: FieldDefinition, raw: unknown): Reading {
  const help = refuse('not_a_number', 'Send a finite number in plain decimals, such as 42 or 3.5.');
  let value: number;
  if (typeof raw === 'number') {
    value = raw;
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) return help;
  } else {
    if (typeof raw !== 'string') return refuse('wrong_type', 'Send a number.');
    const given = textOf(raw);
    if (given.kind === 'fault') return given;
    const text = given.text.trim();
    if (text === '') return ABSENT;
    if (!DECIMAL.test(text) || text.replace(/\D/g, '').replace(/^0+/, '').length > MAX_SIGNIFICANT_DIGITS) return help;
    value = Number(text);
  }
  const { min, max } = definition;
  if (min !== undefined && value < min) return refuse('too_small', `Send a number of at least ${min}.`);
  if (max !== undefined && value > max) return refuse('too_large', `Send a number of at most ${max}.`);
  return read(value === 0 ? 0 : value);
}

/** A boolean, or one of the words true, false, yes, no, 1, 0 as text. Nothing else is taken for a yes. */
export function readBoolean(raw: unknown): Reading {
  if (typeof raw === 'boolean') return read(raw);
  const help = refuse('not_a_boolean', 'Send true or false.');
  if (typeof raw !== 'string') return help;
  const word = raw.trim().toLowerCase();
  if (word === '') return ABSENT;
  if (TRUE_WORDS.has(word)) return read(true);
  return FALSE_WORDS.has(word) ? read(false) : help;
}
