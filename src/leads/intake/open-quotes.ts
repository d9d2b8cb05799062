import type { TenantWriter } from '../../core/tenancy/index.ts';
import { pingLock } from '../bidding/index.ts';
import type { Post } from './route-lead.ts';

/** Why nobody may post to a quote any more. Answered with an error, which the gate tells the trail. */
export type PingRefusal = 'ping_used' | 'ping_expired';
export const isPingRefusal = (reason: string | null): reason is PingRefusal =>
  reason === 'ping_used' || reason === 'ping_expired';

export interface Quotes {
  refusalOf(post: Post): PingRefusal | undefined;
  use(post: Post): void;
  readonly used: { readonly pingId: string; readonly leadId: string }[];
}

/** The quotes that posts of the group are posted to, each to become one lead. Asks nothing where there are none. */
export async function openQuotes(tx: TenantWriter, posts: readonly Post[], now: Date): Promise<Quotes> {
  const found = await pingLock(tx, [...new Set(posts.flatMap(({ prepared }) => prepared.pingId ?? []))]);
  const used: Quotes['used'] = [];
  return {
    used,
    refusalOf({ prepared: { pingId } }) {
      const quote = pingId === undefined ? undefined : found.get(pingId);
      if (!quote) return undefined;
      if (quote.leadId !== null || used.some((one) => one.pingId === pingId)) return 'ping_used';
      return quote.expiresAt <= now ? 'ping_expired' : undefined;
    },
    use({ prepared: { pingId, lease } }) {
      if (pingId !== undefined) used.push({ pingId, leadId: lease.subjectId });
    },
  };
}
