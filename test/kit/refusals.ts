import assert from 'node:assert/strict';
import type { Answer, Client } from './client.ts';

export interface Refused {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

/** The faults of a refusal with this status and code. */
export function refused(answer: Answer, status: number, code: string): Refused[] {
  assert.equal(answer.status, status, answer.text);
  assert.equal(answer.json.error.code, code, answer.text);
  assert.ok(answer.json.error.message.length > 0);
  return answer.json.error.details.fields ?? [];
}

/** Asserts a 400 that names exactly these fields, in any order. */
export function names(answer: Answer, ...fields: string[]): Refused[] {
  const faults = refused(answer, 400, 'VALIDATION_ERROR');
  assert.deepEqual(faults.map((fault) => fault.field).toSorted(), fields.toSorted(), answer.text);
  return faults;
}

/** Makes a record, asserting that it was made, and gives it. */
// oxlint-disable-next-line no-explicit-any -- a test reads what it expects
export async function made(client: Client, path: string, body: unknown): Promise<any> {
  const answer = await client.post(path, body);
  assert.ok(answer.status === 201 || answer.status === 200, `${path}: ${answer.text}`);
  return answer.json.data;
}

/** The answer without what differs from one request to the next: two like ones may not be told apart. */
export const bareOf = (answer: Answer): string => answer.text.replaceAll(/"requestId":"[^"]*"/g, '"requestId":""');

/** All that a caller can see of an answer, but for what differs from one request to the next. */
export function seenOf(answer: Answer): unknown {
  const { date: _date, 'x-request-id': _id, ...headers } = answer.headers;
  return { status: answer.status, headers, body: bareOf(answer) };
}
