import type { FieldDefinition } from './fields.ts';
import { ABSENT, read, type Reading, refuse, textOf, tooLong } from './reading.ts';

const DEFAULT_MAX_LENGTH = 1000;
const OPTIONS_NAMED = 20;

/** Text in Unicode NFC without outer white space; nothing but white space counts as not given. */
export function readText(definition: FieldDefinition, raw: unknown): Reading {
  const given = textOf(raw);
  if (given.kind === 'fault') return given;
  const text = given.text.normalize('NFC').trim();
  if (text === '') return ABSENT;
  return tooLong(text, definition.maxLength ?? DEFAULT_MAX_LENGTH) ?? read(text);
}

/** Text kept exactly as sent, white space and composition included. Only text will do: a number is refused. */
export function readVerbatim(definition: FieldDefinition, raw: unknown): Reading {
  if (typeof raw !== 'string') return refuse('wrong_type', 'Send text. It is kept exactly as sent.');
  const given = textOf(raw);
  if (given.kind === 'fault') return given;
  return tooLong(given.text, definition.maxLength ?? DEFAULT_MAX_LENGTH) ?? read(given.text);
}

/** One of the options: by its exact spelling, else whatever the capitals. */
export function readSelect(definition: FieldDefinition, raw: unknown): Reading {
  const given = textOf(raw);
  if (given.kind === 'fault') return given;
  const text = given.text.normalize('NFC').trim();
  if (text === '') return ABSENT;
  const options = definition.options ?? [];
  const lower = text.toLowerCase();
  const option = options.find((one) => one === text) ?? options.find((one) => one.toLowerCase() === lower);
  if (option !== undefined) return read(option);
  const named = options.slice(0, OPTIONS_NAMED).join(', ');
  const more = options.length > OPTIONS_NAMED ? `, and ${options.length - OPTIONS_NAMED} more` : '';
  return refuse('not_an_option', `Send one of: ${named}${more}.`);
}
