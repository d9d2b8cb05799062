import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy, TenantReader } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import {
  answerFind,
  type CheckRule,
  type CheckValues,
  type MadeCheck,
  planChecks,
  type PlannedCheck,
  type RunChecks,
  unasked,
  valueFor,
} from '../checks/index.ts';
import { askInTurns } from './ask-in-turns.ts';
import { claimFind } from './claim-store.ts';
import { accepts } from './commit-group.ts';
import { findDuplicates } from './find-duplicates.ts';
import type { RoutingSnapshot } from './load-snapshot.ts';
import type { IndexedLead, PreparedLead } from './prepare-lead.ts';
import { screenGroup } from './screen-group.ts';

export interface CheckDeps {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  readonly runChecks: RunChecks;
}

/** Posts of one tenant, read under one snapshot. */
export interface ToCheck {
  readonly tenantId: string;
  readonly snapshot: RoutingSnapshot;
  readonly prepared: readonly PreparedLead[];
  readonly now: Date;
  /** What vendors said about these posts before settings changed. */
  readonly earlier: readonly MadeCheck[];
}

const NO_CHECKS: readonly MadeCheck[] = [];

/** Vendors are asked about leads that may be sold: not about tests, and not about what is only judged. */
const isChecked = ({ campaign, isTest, validateOnly }: IndexedLead): boolean =>
  campaign.checks.length > 0 && !isTest && !validateOnly;

/** A lead as its vendors are asked about it. */
interface Contact<Lead> {
  readonly post: Lead;
  readonly checks: readonly CheckRule[];
  readonly values: CheckValues;
}

/**
 * Asks the vendors of each post's campaign, outside of any transaction. A post of a campaign without checks costs
 * nothing. One that would be refused anyway, or that repeats an earlier request, is not asked about: reserving looks at
 * that again, and goes by the fail mode should it have become otherwise.
 */
export async function collectChecks(
  deps: CheckDeps,
  { tenantId, snapshot, prepared, now, earlier }: ToCheck,
): Promise<(post: PreparedLead) => readonly MadeCheck[]> {
  const checked = prepared.filter((post) => isChecked(post));
  if (checked.length === 0) return () => NO_CHECKS;
  const token = await deps.vault.tokens(tenantId);
  const contacts = checked.map((post) => contactOf(post, token));
  const { refused, kept } = await deps.tenancy.readTenant(systemContext(tenantId), async (tx) => ({
    refused: await findRefused(tx, snapshot, checked, now),
    kept: await findKept(tx, contacts, now),
  }));
  const made = new Map<PreparedLead, readonly MadeCheck[]>();
  await askInTurns(contacts, async ({ post, checks, values }) => {
    const { regime } = post.campaign;
    const contact = { tenantId, regime, values, checks, kept, earlier };
    made.set(post, refused.has(post) ? unasked(checks, values, now) : await deps.runChecks(contact, now));
  });
  return (post) => made.get(post) ?? NO_CHECKS;
}

/** What would be asked about a lead that is only tried. */
export async function foreseeChecks(
  tx: TenantReader,
  { lead, token, ...how }: Foreseen,
): Promise<readonly PlannedCheck[]> {
  const { checks, values } = contactOf(lead, token);
  const kept = await findKept(tx, [{ post: lead, checks, values }], how.now);
  return planChecks({ regime: lead.campaign.regime, values, checks, kept }, how);
}

interface Foreseen {
  readonly lead: IndexedLead;
  readonly token: (field: string, value: string) => Buffer;
  readonly now: Date;
  readonly isRefused: boolean;
}

function contactOf<Lead extends IndexedLead>(
  post: Lead,
  token: (field: string, value: string) => Buffer,
): Contact<Lead> {
  const valueOf = (field: 'phone' | 'email') => {
    const value = String(post.fields[field] ?? '');
    // An index of its own: who reads it learns nothing of where else the value stands.
    return { value, token: token(`check ${field}`, value) };
  };
  return { post, checks: post.campaign.checks, values: { phone: valueOf('phone'), email: valueOf('email') } };
}

/** Posts that would be refused now whatever a vendor says, or that were answered before. */
async function findRefused(
  tx: TenantReader,
  snapshot: RoutingSnapshot,
  posts: readonly PreparedLead[],
  now: Date,
): Promise<ReadonlySet<PreparedLead>> {
  const claims = await claimFind(
    tx,
    posts.map(({ claim }) => claim),
  );
  const screened = await screenGroup(tx, snapshot, posts, now);
  const duplicates = await findDuplicates(tx, posts, now);
  const isRepeat = ({ claim }: PreparedLead): boolean =>
    claims.some((known) => known.expiresAt > now && known.claim.equals(claim));
  return new Set(
    posts.filter(
      (post) =>
        !accepts(snapshot, post) ||
        isRepeat(post) ||
        screened.refusalOf(post) !== undefined ||
        duplicates.isDuplicate(post),
    ),
  );
}

const findKept = (tx: TenantReader, contacts: readonly Contact<IndexedLead>[], now: Date) =>
  answerFind(
    tx,
    {
      vendorIds: [...new Set(contacts.flatMap(({ checks }) => checks.map(({ vendorId }) => vendorId)))],
      tokens: contacts.flatMap(({ checks, values }) => checks.map(({ kind }) => values[valueFor(kind)].token)),
    },
    now,
  );
