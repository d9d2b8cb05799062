import assert from 'node:assert/strict';
import type { Visit } from './portals.ts';

/** Texts of all answers of the API that the pages of a visit got. */
export async function bodiesOf({ answers }: Visit): Promise<string[]> {
  return (await Promise.all(answers)).filter((body) => body !== '');
}

/** Asserts that no answer that the pages of a visit got holds one of the values. */
export async function assertUnheard(visit: Visit, values: Readonly<Record<string, string>>): Promise<void> {
  const bodies = await bodiesOf(visit);
  assert.ok(bodies.length > 3, 'too few answers to say anything');
  for (const [name, value] of Object.entries(values))
    assert.ok(!bodies.some((body) => body.includes(value)), `${name} was in an answer`);
}
