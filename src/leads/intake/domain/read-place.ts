import { ABSENT, read, type Reading, refuse, textOf } from './reading.ts';
import { stateCode } from './us-states.ts';

const ZIP = /^(\d{5})(?:[- ]?(\d{4}))?$/;
const ZIP_HELP = 'Send 5 digits as text, leading zeros included, or ZIP+4 such as 12345-6789.';

/**
 * A ZIP code as 5 digits of text; the four of ZIP+4 go to `zipPlus4`.
 * A JSON number has lost its leading zeros on the way, so 3 or 4 digits are padded, with a warning.
 * Text is never padded: `'1730'` may be a typing error as well as 01730.
 */
export function readZip(raw: unknown): Reading {
  if (typeof raw === 'number') {
    if (!Number.isInteger(raw) || raw < 100 || raw > 99_999) return refuse('not_a_zip', ZIP_HELP);
    const message = 'A ZIP code came as a JSON number and was read as 5 digits. Send it as text to keep leading zeros.';
    return { kind: 'value', value: String(raw).padStart(5, '0'), warning: { rule: 'zip_as_number', message } };
  }
  const given = textOf(raw);
  if (given.kind === 'fault') return given;
  const text = given.text.trim();
  if (text === '') return ABSENT;
  const [, zip, plus4] = ZIP.exec(text) ?? [];
  if (zip === undefined) return refuse('not_a_zip', ZIP_HELP);
  return plus4 === undefined ? read(zip) : { kind: 'value', value: zip, also: { zipPlus4: plus4 } };
}

/** The four digits of a ZIP+4, sent apart. */
export function readZipPlus4(raw: unknown): Reading {
  const given = textOf(raw);
  if (given.kind === 'fault') return given;
  const text = given.text.trim();
  if (text === '') return ABSENT;
  return /^\d{4}$/.test(text)
    ? read(text)
    : refuse('not_a_zip', 'Send the 4 digits that follow the ZIP code, as text.');
}

/** A state or territory of the United States as its two-letter code, from the code or the full name. */
export function readState(raw: unknown): Reading {
  const given = textOf(raw);
  if (given.kind === 'fault') return given;
  if (given.text.trim() === '') return ABSENT;
  const code = stateCode(given.text);
  return code === null
    ? refuse('not_a_state', 'Send the two-letter code of a US state, such as CA, or its full name.')
    : read(code);
}
