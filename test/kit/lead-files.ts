import assert from 'node:assert/strict';
import { IMPORT_JOB } from '../../src/leads/imports/enqueue-import.ts';
import { importJobs } from '../../src/leads/imports/jobs.ts';
import type { ImportDeps } from '../../src/leads/imports/run-import.ts';
import type { TestApp } from './app.ts';
import type { Client } from './client.ts';
import { made } from './refusals.ts';
import { workQueue } from './work-queue.ts';

export const IMPORTS_PATH = '/api/v1/lead-imports';

/** The columns of the files of tests, and what they are. */
const COLUMNS = ['First name', 'Last name', 'E-mail', 'Mobile', 'State', 'Zip', 'Consent', 'Note'];
export const FIELDS = ['firstName', 'lastName', 'email', 'phone', 'state', 'zipCode', 'tcpaConsent', null];

let serial = 0;

/** A row that is sold, unlike any before it. */
export function rowOf(
  more: { readonly email?: string; readonly lastName?: string; readonly zip?: string } = {},
): string {
  serial += 1;
  const phone = `51266${String(serial).padStart(5, '0')}`;
  const { email = `row.${serial}@example.com`, lastName = 'Importmarker', zip = '78701' } = more;
  return `Avery,${lastName},${email},${phone},TX,${zip},true,"said ""yes"", twice"`;
}

/** A file with a header of these rows. */
export const fileOf = (rows: readonly string[]): string => `${COLUMNS.join(',')}\r\n${rows.join('\r\n')}\r\n`;

/** Sends a file in pieces of so many bytes, which cut wherever they like; gives the id of the import. */
export async function uploadFile(
  client: Client,
  campaignId: string,
  file: string | Buffer,
  pieceBytes = 100_000,
): Promise<string> {
  const { id } = await made(client, IMPORTS_PATH, { campaignId });
  const bytes = Buffer.from(file);
  const pieces = Math.ceil(bytes.length / pieceBytes);
  for (let number = 0; number < pieces; number += 1) {
    const content = bytes.subarray(number * pieceBytes, (number + 1) * pieceBytes).toString('base64');
    const answer = await client.put(`${IMPORTS_PATH}/${id}/pieces/${number}`, { content });
    assert.equal(answer.status, 200, answer.text);
  }
  const received = await client.post(`${IMPORTS_PATH}/${id}/received`, { pieces });
  assert.equal(received.status, 200, received.text);
  return id;
}

/** Sends a file and lets its rows become leads; gives the id of the import. */
export async function startImport(
  client: Client,
  campaignId: string,
  file: string,
  more: object = {},
): Promise<string> {
  const id = await uploadFile(client, campaignId, file);
  const begun = await client.post(`${IMPORTS_PATH}/${id}/start`, { hasHeader: true, fields: FIELDS, ...more });
  assert.equal(begun.status, 200, begun.text);
  return id;
}

/** What the job of imports works with. */
export const importDeps = ({ runtime, engine }: TestApp, more: Partial<ImportDeps> = {}): ImportDeps => ({
  ...runtime,
  submitRows: engine.submitRows,
  snapshots: engine.snapshots,
  hasRoom: () => true,
  isStopping: () => false,
  ...more,
});

/** Works off the imports that are to be read, by the real queue, until none waits; gives what failed. */
export const workImports = (app: TestApp, more: Partial<ImportDeps> = {}): Promise<unknown[]> =>
  workQueue(app, IMPORT_JOB, importJobs(importDeps(app, more)));
