import type { TenantReader } from '../../core/tenancy/index.ts';
import { type DuplicateRule, duplicateRule, isDuplicate } from './domain/duplicate-rule.ts';
import type { IndexedLead, PreparedLead } from './prepare-lead.ts';
import { type TokenMatch, tokenMatches } from './store.ts';

const DAY_MS = 86_400_000;

/**
 * Finds, for a group of posts, which are duplicates under the rules of their verticals and offers: of leads in the
 * database, or of an earlier post of the group. Tests are none, but for posts in shadow. Posts are to be asked about in
 * the order of the group; `keep` says that one of them found a buyer.
 */
export async function findDuplicates(
  tx: TenantReader,
  posts: readonly IndexedLead[],
  now: Date,
): Promise<{ isDuplicate(post: IndexedLead): boolean; keep(post: PreparedLead): void }> {
  const rules = new Map(posts.map((post) => [post, duplicateRule(post.campaign)]));
  const days = Math.max(0, ...[...rules.values()].map(({ windowDays }) => windowDays));
  const matches = await tokenMatches(
    tx,
    [...rules].flatMap(([post, rule]) => listed(post, rule).map((entry) => entry.token)),
    new Date(now.getTime() - days * DAY_MS),
  );
  const byToken = new Map<string, TokenMatch[]>();
  const add = (match: TokenMatch): void => {
    const name = nameOf(match);
    byToken.set(name, [...(byToken.get(name) ?? []), match]);
  };
  for (const match of matches) add(match);
  return {
    isDuplicate(post) {
      const rule = rules.get(post);
      if ((post.isTest && !post.shadow) || !rule) return false;
      const given = listed(post, rule);
      const found = given.flatMap((entry) => byToken.get(nameOf(entry)) ?? []);
      return isDuplicate(
        rule,
        given.map(({ field }) => field),
        found,
        now,
      );
    },
    keep({ tokens, campaign, lease }) {
      const { offerId } = campaign;
      const earlier = { leadId: lease.subjectId, verticalId: campaign.verticalId ?? '', offerId };
      for (const entry of tokens) add({ ...entry, ...earlier, receivedAt: now, status: 'routing' });
    },
  };
}

const listed = (post: IndexedLead, { fields, windowDays }: DuplicateRule) =>
  windowDays === 0 ? [] : post.tokens.filter(({ field }) => fields.includes(field));

const nameOf = ({ field, token }: { readonly field: string; readonly token: Buffer }): string =>
  `${field}/${token.toString('hex')}`;
