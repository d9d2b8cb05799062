import type { ToolDefinition } from 'theleadrouter-mcp';
import { BESIDE, FLAT, KEYS, LISTS } from './client-shapes.ts';

/** How a call of the public client fares here, from worst to best. */
export const CLASSES = ['not yet', 'by design', 'partly', 'works'] as const;
export type Class = (typeof CLASSES)[number];

export interface Verdict {
  readonly class: Class;
  /** What is missing, or why it is refused; empty when it works. */
  readonly detail: string;
}

/** What a call came to: the client's own reading of the answer, or what it threw. */
export interface Outcome {
  readonly answer: unknown;
  readonly threw?: string;
  readonly sentBody: boolean;
}

/** Calls that are refused though the client sends what its schema asks for, and why. */
interface Design {
  readonly status: number;
  /** Words of the refusal, without which it is another one. */
  readonly says: string;
  readonly reason: string;
}
const PEOPLE_ONLY: Design = { status: 403, says: 'A key of kind admin', reason: 'only a person who signed in may' };
const ELSEWHERE: Design = {
  status: 403,
  says: 'GET /api/buyer/deliveries',
  reason: 'what partners post is not shown to buyers; their deliveries are',
};
const BY_DESIGN: Readonly<Record<string, Design>> = {
  signup: {
    status: 400,
    says: 'timeZone',
    reason: 'days are counted in a time zone, and the client has no field for it',
  },
  get_buyer_posting_log: ELSEWHERE,
  get_buyer_posting_log_entry: ELSEWHERE,
  create_organization: PEOPLE_ONLY,
  update_organization: PEOPLE_ONLY,
  delete_organization: PEOPLE_ONLY,
  toggle_organization_feature: PEOPLE_ONLY,
  transfer_ownership: PEOPLE_ONLY,
};

/** No key is a superadmin's, and the client's own way to use a session of a browser names no origin with it. */
const ABROAD: Design = {
  status: 403,
  says: 'did not come from a page',
  reason: 'a session is heard from our own pages alone',
};

function designOf({ name, metadata }: ToolDefinition): Design | undefined {
  const isSession = metadata.path.startsWith('/api/superadmin/') && metadata.method !== 'GET';
  return BY_DESIGN[name] ?? (isSession ? ABROAD : undefined);
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;

const named = (names: string | undefined): string[] => names?.split(' ') ?? [];

/** What the documented shape has and an answer lacks. */
function lacking({ name }: ToolDefinition, answer: Readonly<Record<string, unknown>>): string[] {
  const { data } = answer;
  const lacks = named(BESIDE[name]).filter((key) => !(key in answer));
  if (LISTS.has(name)) {
    if (!Array.isArray(data)) return [...lacks, 'a list in data'];
    const pagination = objectOf(answer['pagination']) ?? {};
    lacks.push(...['total', 'limit', 'offset', 'hasMore'].filter((key) => !(key in pagination)));
  }
  const row = objectOf(Array.isArray(data) ? (data as unknown[])[0] : data);
  if (row) lacks.push(...named(KEYS[name]).filter((key) => !(key in row)));
  else if (!Array.isArray(data)) lacks.push(...named(KEYS[name]));
  return lacks;
}

function refusal(tool: ToolDefinition, answer: Readonly<Record<string, unknown>>, sentBody: boolean): Verdict {
  const { status } = answer;
  const detail = `${String(status)} ${String(answer['code'])}`;
  const design = designOf(tool);
  if (design && design.status === status && JSON.stringify(answer).includes(design.says))
    return { class: 'by design', detail: `${detail}: ${design.reason}` };
  if (status === 410) return { class: 'by design', detail: `${detail}: ${String(answer['message'])}` };
  const isWrite = tool.metadata.method !== 'GET';
  if (status === 400 && answer['code'] === 'VALIDATION_ERROR' && isWrite && !sentBody)
    return { class: 'by design', detail: `${detail}: needs a body, and the client sends none` };
  return { class: 'not yet', detail };
}

/** Puts a call into its class by what came back. */
export function classify(tool: ToolDefinition, { answer, threw, sentBody }: Outcome): Verdict {
  if (threw !== undefined) return { class: 'not yet', detail: `the client fails: ${threw}` };
  const body = objectOf(answer);
  if (!body) return { class: 'not yet', detail: 'not a JSON object' };
  if (body['error'] === true) return refusal(tool, body, sentBody);
  if (tool.metadata.method === 'INLINE') return { class: 'works', detail: '' };
  if (!('data' in body) && !FLAT.has(tool.name)) return { class: 'not yet', detail: 'no data in the answer' };
  const lacks = lacking(tool, body);
  return lacks.length > 0 ? { class: 'partly', detail: `lacks ${lacks.join(', ')}` } : { class: 'works', detail: '' };
}

/** The faults that a refusal names by field, for a person who reads why. */
export function faultsOf(answer: unknown): string {
  const body = objectOf(answer) ?? {};
  const fields = objectOf(body['details'])?.['fields'];
  const faults = Array.isArray(fields) ? fields.map((fault) => `${fault.field}: ${fault.message}`) : [];
  const { message } = body;
  return faults.join(' ') || (typeof message === 'string' ? message : '');
}
