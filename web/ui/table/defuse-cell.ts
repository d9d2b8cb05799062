/**
 * What a spreadsheet takes for the beginning of a formula, in any form that folds to one, or what hides one. It is the
 * rule of the server's exports (src/leads/intake/domain/defuse-cell.ts). Pages import nothing of the server, so
 * test/invariants/csv-rule.test.ts holds the two together.
 */
const FORMULA = /^'*[\s\p{Cc}\p{Cf}]*[\t\r\n=+\-@＝＋－＠﹦﹢﹣﹫⁺⁼₊₌⩵⩶﬩]/u;
const PHONE = /^\+[0-9]{6,15}$/;
const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

/** A cell of a CSV that no spreadsheet runs as a formula (CWE-1236): what begins like one gets a quote in front. */
export const defuseCell = (cell: string): string =>
  FORMULA.test(cell) && !PHONE.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
