import type { TenantReader } from '../../core/tenancy/index.ts';
import type { PreparedLead } from './prepare-lead.ts';
import { type TokenMatch, tokenMatches } from './store.ts';

const DAY_MS = 86_400_000;

/**
 * Finds, for a group of posts, which are duplicates: of leads in the database, or of an earlier post of the group. A
 * match on any listed field counts, within the vertical's window; a lead that ended unsold does not stand in the way of
 * another try. Posts are to be asked about in the order of the group; `keep` says that one of them found a buyer.
 */
export async function findDuplicates(
  tx: TenantReader,
  posts: readonly PreparedLead[],
  now: Date,
): Promise<{ isDuplicate(post: PreparedLead): boolean; keep(post: PreparedLead): void }> {
  const days = Math.max(0, ...posts.map((post) => post.campaign.dedupWindowDays));
  const matches = await tokenMatches(
    tx,
    posts.flatMap((post) => listed(post).map((entry) => entry.token)),
    new Date(now.getTime() - days * DAY_MS),
  );
  const byToken = Map.groupBy(matches, (match) => nameOf(match.verticalId, match.field, match.token));
  const seen = new Set<string>();
  return {
    isDuplicate(post) {
      if (post.isTest) return false;
      const since = now.getTime() - post.campaign.dedupWindowDays * DAY_MS;
      return namesOf(post).some(
        (name) => seen.has(name) || (byToken.get(name) ?? []).some((match) => counts(match, since)),
      );
    },
    keep(post) {
      for (const name of namesOf(post)) seen.add(name);
    },
  };
}

const namesOf = (post: PreparedLead): string[] =>
  listed(post).map((entry) => nameOf(post.campaign.verticalId ?? '', entry.field, entry.token));

const listed = (post: PreparedLead) =>
  post.campaign.dedupWindowDays === 0
    ? []
    : post.tokens.filter((entry) => post.campaign.dedupFields.includes(entry.field));

const nameOf = (verticalId: string, field: string, token: Buffer): string =>
  `${verticalId}/${field}/${token.toString('hex')}`;

const counts = (match: TokenMatch, since: number): boolean =>
  match.receivedAt.getTime() >= since && match.status !== 'unsold' && match.status !== 'matched';
