import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { AppError } from '../../../kernel/app-error.ts';
import type { Outcome } from './outcome.ts';

const COLUMNS = ['row', 'result', 'leadId', 'shortId', 'payout', 'code', 'message'] as const;

/** One line of the report: `row,result,leadId,shortId,payout,code,message`. */
export function reportLine(row: number, outcome: Outcome): string {
  const lead = 'leadId' in outcome ? outcome : undefined;
  const code = 'code' in outcome ? outcome.code : '';
  const cells = [
    String(row),
    outcome.kind,
    lead?.leadId ?? '',
    lead?.shortId ?? '',
    lead?.payout ?? '',
    code,
    outcome.message,
  ];
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A cell of a CSV (RFC 4180). An apostrophe keeps spreadsheets from taking a server's text for a formula. */
function csvCell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export interface Report {
  /** Notes a row, in the order of the answers. */
  add(row: number, outcome: Outcome): void;
  close(): Promise<void>;
}

const NO_REPORT: Report = { add: () => {}, close: async () => {} };

/**
 * Opens the report, readable by its owner alone; without a file it goes nowhere. A file that is no report is not
 * written over: it may be the leads themselves.
 */
export async function openReport(file: string | undefined): Promise<Report> {
  if (file === undefined) return NO_REPORT;
  await requireReport(file);
  const handle = await open(file, 'w', 0o600);
  const stream = handle.createWriteStream({ encoding: 'utf8' });
  let failure: AppError | undefined;
  stream.on('error', (cause) => {
    const code = 'code' in cause ? ` (${String(cause.code)})` : '';
    failure = new AppError('STORAGE_FULL', `--report: the file cannot be written${code}. Make room for it.`, { cause });
  });
  stream.write(`${COLUMNS.join(',')}\r\n`);
  return {
    add(row, outcome) {
      if (failure) throw failure;
      stream.write(reportLine(row, outcome));
    },
    close: () =>
      new Promise((resolve, reject) => {
        stream.once('close', () => (failure ? reject(failure) : resolve()));
        stream.end();
      }),
  };
}

async function requireReport(file: string): Promise<void> {
  if (!existsSync(file)) return;
  const begin = `${COLUMNS.join(',')}\r\n`;
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(begin.length), position: 0 });
    if (bytesRead === 0 || buffer.toString('latin1', 0, bytesRead) === begin) return;
  } finally {
    await handle.close();
  }
  throw new AppError('CONFLICT', '--report: the file is there and is no report. Name another, or remove it.');
}
