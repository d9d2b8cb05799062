import type { Fault } from '../../../kernel/app-error.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';

/** What a form answered so far: fields flat or under `custom`, as a post has them, not checked yet. */
export type SessionData = Readonly<Record<string, unknown>>;

export const LARGEST_DATA_BYTES = 64 * 1024;
export const MOST_FIELDS = 500;

/**
 * Data with more of it: each field that was sent takes the place of the one held, those under `custom` one by one.
 * Keys that steer a request are refused by name, and what is larger than a lead may be.
 */
export function mergeData(
  held: SessionData,
  sent: SessionData,
  refused: ReadonlySet<string>,
): Result<SessionData, readonly Fault[]> {
  const faults = Object.keys(sent)
    .filter((key) => refused.has(key))
    .map((field) => ({ field, rule: 'control_key', message: 'Is not part of the data of a session. Leave it out.' }));
  if (faults.length > 0) return fail(faults);
  const merged = withMore(held, sent);
  const isTooLarge = Buffer.byteLength(JSON.stringify(merged)) > LARGEST_DATA_BYTES;
  if (isTooLarge) return fail([{ field: 'data', rule: 'too_large', message: 'Keep it under 64 KB in all.' }]);
  const custom = recordOf(merged['custom']);
  if (Object.keys(merged).length + Object.keys(custom ?? {}).length <= MOST_FIELDS) return ok(merged);
  return fail([{ field: 'data', rule: 'too_many_fields', message: `Send at most ${MOST_FIELDS} fields.` }]);
}

function withMore(held: SessionData, sent: SessionData): SessionData {
  const [before, after] = [recordOf(held['custom']), recordOf(sent['custom'])];
  return { ...held, ...sent, ...(before && after ? { custom: { ...before, ...after } } : {}) };
}

const recordOf = (value: unknown): SessionData | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as SessionData) : undefined;

/** The data of a body that has it under `data`, beside it, or both. */
export function dataOf(body: SessionData): SessionData {
  const { data, ...beside } = body;
  return recordOf(data) ? { ...beside, ...recordOf(data) } : body;
}
