import { stringify } from 'csv-stringify/sync';
import { defineRoute, listAnswer, pageOf, type Route } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { requireImport } from './find-import.ts';
import { type ReportedRow, type RowKind, rowList } from './row-store.ts';
import type { ImportRow } from './store.ts';
import { OF_ONE, OWN, params, reportAnswer, rowsAnswer, rowsQuery, showRow } from './wire.ts';

/** What became of each row, as a list and as a file. No value of a row stands in either. */
export const reportRoutes = (): Route[] => [rowsRoute(), reportRoute()];

const rowsRoute = (): Route =>
  defineRoute({
    ...OWN,
    id: 'list_lead_import_rows',
    method: 'GET',
    path: `${OF_ONE}/rows`,
    summary: 'What became of the rows of a file, in their order: the lead, or why there is none.',
    audit: { action: 'lead-import.rows', entity: 'lead-import' },
    params,
    query: rowsQuery,
    response: rowsAnswer,
    async handle({ tx, params: { importId }, query: { outcome, ...asked } }) {
      const row = await requireImport(tx, importId);
      const page = pageOf(asked);
      const rows = await rowList(tx, importId, { outcome, after: 0, ...page });
      return { answer: listAnswer(rows.map(showRow), countOf(row, outcome), page), touched: touchedBy(row, rows) };
    },
  });

const countOf = (row: ImportRow, outcome: RowKind | undefined): number => {
  const { rowsDone, rowsAccepted: accepted, rowsRejected: rejected, rowsInvalid: invalid } = row;
  return outcome === undefined ? rowsDone : { accepted, rejected, invalid }[outcome];
};

const touchedBy = ({ id }: ImportRow, rows: readonly ReportedRow[]): string[] => [
  id,
  ...rows.flatMap(({ leadId }) => leadId ?? []),
];

const reportRoute = (): Route =>
  defineRoute({
    ...OWN,
    id: 'get_lead_import_report',
    method: 'GET',
    path: `${OF_ONE}/report`,
    summary: 'What became of all rows so far, as CSV: numbers, codes, fields and ids, never a value.',
    audit: { action: 'lead-import.report', entity: 'lead-import' },
    params,
    response: reportAnswer,
    async handle({ tx, params: { importId } }) {
      const row = await requireImport(tx, importId);
      const { rows, content } = await writeReport(tx, importId);
      return {
        answer: { data: { format: 'csv' as const, rows, content } },
        touched: [row.id],
        detail: { rows },
      };
    },
  });

const HEADER = ['row', 'outcome', 'reason', 'fields', 'lead', 'leadNumber', 'leadStatus'];
const PAGE = 5000;

async function writeReport(tx: TenantReader, importId: string): Promise<{ rows: number; content: string }> {
  const parts = [csv([HEADER])];
  let total = 0;
  let after = 0;
  for (;;) {
    const rows = await rowList(tx, importId, { outcome: undefined, after, limit: PAGE, offset: 0 });
    parts.push(csv(rows.map(lineOf)));
    total += rows.length;
    after = rows.at(-1)?.number ?? after;
    if (rows.length < PAGE) return { rows: total, content: parts.join('') };
  }
}

const csv = (lines: readonly (readonly string[])[]): string =>
  stringify([...lines], { quoted: true, record_delimiter: 'windows' });

function lineOf({ number, outcome, code, faults, leadId, leadNumber, leadStatus }: ReportedRow): string[] {
  const fields = faults.map(({ field, rule }) => `${field} ${rule}`).join('; ');
  return [String(number), outcome, code ?? '', fields, leadId ?? '', String(leadNumber ?? ''), leadStatus ?? ''];
}
