/**
 * What a spreadsheet takes for the beginning of a formula, in any form that folds to one (Unicode NFKC: full width,
 * small, raised, lowered, Hebrew, doubled), or what hides one; and what it skips before.
 * Quotes count as skipped, so that a text which looks like a defused one is defused itself.
 */
const FORMULA = /^'*[\s\p{Cc}\p{Cf}]*[\t\r\n=+\-@＝＋－＠﹦﹢﹣﹫⁺⁼₊₌⩵⩶﬩]/u;
const PHONE = /^\+[0-9]{6,15}$/;
const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

const isDangerous = (cell: string): boolean => FORMULA.test(cell) && !PHONE.test(cell) && !NUMBER.test(cell);

/**
 * A cell of a CSV that no spreadsheet runs as a formula (CWE-1236): one that begins like a formula, be it after spaces
 * or control characters, gets a single quote in front. E.164 phones and plain numbers stay as they are.
 */
export const defuseCell = (cell: string): string => (isDangerous(cell) ? `'${cell}` : cell);

/**
 * What `defuseCell` was given. The rule: a leading single quote is taken away where the rest is dangerous by itself,
 * that is, where `defuseCell` would put one there. All other quotes are the value's own.
 */
export function undefuseCell(cell: string): string {
  const rest = cell.slice(1);
  return cell.startsWith("'") && isDangerous(rest) ? rest : cell;
}
