import { stringify } from 'csv-stringify/sync';
import { defuseCell } from './domain/defuse-cell.ts';
import type { LeadShown } from './show-lead.ts';

const COLUMNS = [
  'id',
  'shortId',
  'status',
  'createdAt',
  'campaignId',
  'partnerId',
  'verticalId',
  'state',
  'price',
  'payout',
] as const;
const isColumn = (name: string): boolean => (COLUMNS as readonly string[]).includes(name);

/** A vertical's own field may be called like a column: then it is told apart as a post would. */
const headerOf = (field: string): string => (isColumn(field) ? `custom.${field}` : field);

/**
 * The leads as CSV (RFC 4180): the columns, and after them every field that any of the leads has. Each cell is quoted:
 * a lone carriage return or line feed in a value would begin a new row otherwise, and so perhaps a formula.
 */
export function csvOf(leads: readonly LeadShown[]): string {
  // The state is a column already.
  const fields = [...new Set(leads.flatMap((lead) => Object.keys(lead.fields)))]
    .filter((name) => name !== 'state')
    .toSorted();
  const header = [...COLUMNS, ...fields.map(headerOf)];
  const lines = leads.map((lead) => [
    ...COLUMNS.map((name) => cellOf(lead[name])),
    ...fields.map((name) => cellOf(Object.hasOwn(lead.fields, name) ? lead.fields[name] : undefined)),
  ]);
  return stringify([header, ...lines], { quoted: true, record_delimiter: 'windows' });
}

/** Numbers and truth values in their JSON spelling, which a post takes back. */
function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return defuseCell(typeof value === 'string' ? value : JSON.stringify(value));
}
