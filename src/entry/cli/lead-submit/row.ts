import { hmacSha256 } from '../../../platform/mac/index.ts';

/** One lead of a file: its number, from 1 without a header, and the JSON to post, or why there is none. */
export type Row =
  | { readonly kind: 'lead'; readonly number: number; readonly body: string }
  | { readonly kind: 'unreadable'; readonly number: number; readonly message: string };

/** What the API takes at most. */
export const LARGEST_BODY_BYTES = 1024 * 1024;

/** A row out of the text of one JSON object, kept as written: digits and repeated keys are the server's to judge. */
export function rowOfJson(number: number, text: string): Row {
  const unreadable = (message: string): Row => ({ kind: 'unreadable', number, message });
  const value = parsedJson(text);
  if (value === undefined) return unreadable('This is not valid JSON.');
  if (!isObject(value)) return unreadable('This is not a JSON object.');
  return sized({ kind: 'lead', number, body: text.trim() });
}

/**
 * A row out of the cells of a CSV record. A column `custom.x` is the field x under `custom`; an empty cell is no field;
 * every other cell is sent as the text it is.
 */
export function rowOfCells(number: number, columns: readonly string[], cells: readonly string[]): Row {
  if (cells.length !== columns.length) {
    const counts = `The row has ${cells.length} cells where the header has ${columns.length}.`;
    const message = `${counts} Mend its commas and quotes.`;
    return { kind: 'unreadable', number, message };
  }
  const flat: [string, string][] = [];
  const custom: [string, string][] = [];
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (cell === '') continue;
    if (column.startsWith('custom.')) custom.push([column.slice('custom.'.length), cell]);
    else flat.push([column, cell]);
  }
  const body = { ...Object.fromEntries(flat), ...(custom.length > 0 ? { custom: Object.fromEntries(custom) } : {}) };
  return sized({ kind: 'lead', number, body: JSON.stringify(body) });
}

function sized(row: Extract<Row, { kind: 'lead' }>): Row {
  if (Buffer.byteLength(row.body) <= LARGEST_BODY_BYTES) return row;
  return { kind: 'unreadable', number: row.number, message: 'The row is larger than 1 MB, which no lead may be.' };
}

/** The body with a campaign, where it names none itself. */
export function withCampaign(body: string, campaignId: string | undefined): string {
  const value = parsedJson(body);
  if (campaignId === undefined || !isObject(value) || Object.hasOwn(value, 'campaignId')) return body;
  const rest = body.slice(1);
  const comma = Object.keys(value).length === 0 ? '' : ',';
  return `{"campaignId":${JSON.stringify(campaignId)}${comma}${rest}`;
}

/**
 * The same row of the same file gives the same key, so that posting a file again sells nothing twice. Under the posting
 * key, because a plain hash of a few personal fields could be guessed from a proxy's log.
 */
export function idempotencyKey(postingKey: string, number: number, body: string): string {
  return `file-${hmacSha256(Buffer.from(postingKey), `${number}\n${body}`).toString('base64url')}`;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
