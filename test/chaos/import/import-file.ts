import type { Chance } from '../../kit/chance.ts';

/** What must become of a row. */
export interface ExpectedRow {
  readonly outcome: 'accepted' | 'rejected' | 'invalid';
  readonly code: string | null;
}

/** A file of leads, and what must become of each of its rows. */
export interface ImportFile {
  readonly bytes: Buffer;
  /** Of row 1, row 2, and so on; the header is none. */
  readonly expected: readonly ExpectedRow[];
  /** Posts that are leads before the file is brought in. */
  readonly before: readonly Readonly<Record<string, string>>[];
}

const COLUMNS = ['firstName', 'lastName', 'email', 'phone', 'state', 'zipCode', 'tcpaConsent'];
export const IMPORT_FIELDS: readonly string[] = COLUMNS;

const LEADS_BEFORE = 20;
const ACCEPTED: ExpectedRow = { outcome: 'accepted', code: null };
const DUPLICATE: ExpectedRow = { outcome: 'rejected', code: 'duplicate' };
const invalid = (code: string): ExpectedRow => ({ outcome: 'invalid', code });

const emailOf = (person: number): string => `file.row.${person}@example.com`;
const phoneOf = (person: number): string => `512${6_000_000 + person}`;
const lineOf = (person: number, more: { readonly email?: string; readonly zip?: string } = {}): string =>
  `Avery,"Bennett, the ""younger""",${more.email ?? emailOf(person)},${phoneOf(person)},TX,${more.zip ?? '78701'},true`;

/** How a row can be wrong. */
const FAULTS: readonly { readonly line: (person: number) => string; readonly code: string }[] = [
  { line: (person) => lineOf(person, { email: 'nobody at all' }), code: 'not_an_email' },
  { line: (person) => lineOf(person, { email: '' }), code: 'required' },
  { line: (person) => lineOf(person, { zip: 'ABCDE' }), code: 'not_a_zip' },
  { line: () => 'too,few', code: 'column_count' },
];

/** Rows of which most are leads; some are wrong, some stand in the file before, and some are leads already. */
export function makeImportFile(rows: number, chance: Chance): ImportFile {
  const lines: string[] = [];
  const expected: ExpectedRow[] = [];
  const good: number[] = [];
  const add = (line: string, what: ExpectedRow): void => {
    lines.push(line);
    expected.push(what);
  };
  for (let person = LEADS_BEFORE + 1; lines.length < rows; person += 1) {
    const lot = chance.between(1, 100);
    const fault = lot <= 3 ? chance.pick(FAULTS) : undefined;
    if (fault) add(fault.line(person), invalid(fault.code));
    else if (lot <= 6 && good.length > 0) add(lineOf(chance.pick(good)), DUPLICATE);
    else if (lot <= 7) add(lineOf(chance.between(1, LEADS_BEFORE)), DUPLICATE);
    else {
      good.push(person);
      add(lineOf(person), ACCEPTED);
    }
  }
  return {
    bytes: Buffer.from(`${COLUMNS.join(',')}\r\n${lines.join('\r\n')}\r\n`),
    expected,
    before: Array.from({ length: LEADS_BEFORE }, (_, at) => ({ email: emailOf(at + 1), phone: phoneOf(at + 1) })),
  };
}
