import type { paths } from '../client.gen.ts';

/** A lead as the feed tells of it: nothing personal. */
export type FedLead = paths['/api/v1/leads/feed']['get']['responses'][200]['content']['text/event-stream'][number];

/** How many leads a window keeps: more are found in the list. */
const KEPT = 60;

/**
 * The newest leads, each once in its newest state. Rows that did not change stay the same objects, so that only what is
 * new is drawn.
 */
export function merged(before: readonly FedLead[], heard: readonly FedLead[]): readonly FedLead[] {
  if (heard.length === 0) return before;
  const byId = new Map(before.map((lead) => [lead.leadId, lead]));
  for (const lead of heard) {
    const known = byId.get(lead.leadId);
    if (!known || known.updatedAt <= lead.updatedAt) byId.set(lead.leadId, lead);
  }
  return [...byId.values()].toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt)).slice(0, KEPT);
}
