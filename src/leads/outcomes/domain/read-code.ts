const CODE = /^[a-z][a-z0-9_]{0,39}$/;
/** More digits in all could be a phone number or a date of birth. */
const MOST_DIGITS = 3;

/**
 * The code that a buyer's word for what became of a lead stands for: `Not interested` and `not-interested` are
 * `not_interested`. Undefined for what is no code: nothing is kept that could tell of a person.
 */
export function readCode(text: string): string | undefined {
  const code = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_/-]+/g, '_');
  const digits = code.replaceAll(/\D/g, '').length;
  return CODE.test(code) && digits <= MOST_DIGITS ? code : undefined;
}
