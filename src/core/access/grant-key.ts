import { AppError, type Fault, invalid } from '../../kernel/app-error.ts';
import { explainWrite, unknownReference } from '../gate/index.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import type { Caller } from './authenticate.ts';
import { issueKey } from './issue-key.ts';
import type { CallerKind } from './policy.ts';
import { readNetworks } from './read-networks.ts';
import { SCOPES_OF } from './show-key.ts';
import { apiKeyFind, type ApiKeyListed } from './store.ts';
import type { OwnKeyCreate } from './wire.ts';

/** What a new key is bound to. */
export interface KeyBinding {
  readonly kind: CallerKind;
  readonly buyerId?: string;
  readonly partnerId?: string;
  readonly campaignId?: string;
}

export interface KeyGrant {
  readonly tx: TenantWriter;
  readonly pepper: Buffer;
  readonly caller: Caller;
  readonly now: Date;
}

const ADMIN_KEY_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * Makes a key for somebody. No key grants what it lacks itself: access to personal data, a longer life or other
 * networks for another key of its own kind. An admin key without a date lapses after 90 days.
 */
export async function grantKey(
  grant: KeyGrant,
  binding: KeyBinding,
  body: OwnKeyCreate,
): Promise<{ readonly listed: ApiKeyListed; readonly key: string }> {
  const { tx, pepper, caller, now } = grant;
  if (body.piiAccess === true && !caller.piiAccess) {
    throw new AppError('FORBIDDEN', 'piiAccess: this key has no access to personal data and cannot grant it.');
  }
  const faults: Fault[] = scopeFaults(binding.kind, body.scopes ?? []);
  const asked = readNetworks(body.allowedCidrs ?? [], faults);
  const until = expiryOf(binding.kind, body.expiresAt, now, faults);
  const own = caller.kind === binding.kind ? await apiKeyFind(tx, caller.keyId) : undefined;
  const bounds = withinOwn(own, asked, until, faults);
  if (faults.length > 0) throw invalid(faults);
  const made = await explainWrite(REFERENCES, () =>
    issueKey(tx, pepper, {
      ...binding,
      ...bounds,
      name: body.name,
      readOnly: body.readOnly ?? false,
      piiAccess: body.piiAccess ?? false,
    }),
  );
  const listed = await apiKeyFind(tx, made.keyId);
  if (!listed) throw new Error('a key that was just made is not there');
  return { listed, key: made.key };
}

const REFERENCES = {
  references: {
    api_keys_tenant_id_buyer_id_fkey: 'buyerId',
    api_keys_tenant_id_partner_id_fkey: 'partnerId',
    api_keys_tenant_id_campaign_id_partner_id_fkey: 'campaignId',
  },
};

/**
 * The binding that the ids of a request ask for. Throws VALIDATION_ERROR for more than one, and for a missing campaign.
 */
export async function bindingOf(
  tx: TenantReader,
  partnerOfCampaign: (tx: TenantReader, campaignId: string) => Promise<string | undefined>,
  ids: { buyerId?: string | null; partnerId?: string | null; campaignId?: string | null },
): Promise<KeyBinding> {
  const { buyerId, partnerId, campaignId } = ids;
  if (campaignId) {
    const owner = await partnerOfCampaign(tx, campaignId);
    if (owner === undefined) throw invalid([unknownReference('campaignId')]);
    if (buyerId || (partnerId && partnerId !== owner))
      throw invalid([bothIds(buyerId ? 'buyerId' : 'partnerId', 'campaignId')]);
    return { kind: 'posting', partnerId: owner, campaignId };
  }
  if (buyerId && partnerId) throw invalid([bothIds('partnerId', 'buyerId')]);
  if (buyerId) return { kind: 'buyer', buyerId };
  return partnerId ? { kind: 'partner', partnerId } : { kind: 'admin' };
}

const bothIds = (field: string, other: string): Fault => ({
  field,
  rule: 'conflict',
  message: `A key belongs to one party, and ${other} names another. Send one of them.`,
});

function scopeFaults(kind: CallerKind, asked: readonly string[]): Fault[] {
  const has: readonly string[] = SCOPES_OF[kind];
  if (asked.length === 0 || (asked.length === has.length && asked.every((scope) => has.includes(scope)))) return [];
  const these = has.join(' and ');
  const message = `A key of kind ${kind} has ${these}; other scopes are not available yet. Leave scopes out.`;
  return [{ field: 'scopes', rule: 'not_available', message }];
}

function expiryOf(kind: CallerKind, text: string | null | undefined, now: Date, faults: Fault[]): Date | undefined {
  if (text === undefined || text === null)
    return kind === 'admin' ? new Date(now.getTime() + ADMIN_KEY_DAYS * DAY_MS) : undefined;
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || at <= now) {
    faults.push({ field: 'expiresAt', rule: 'in_the_past', message: 'Send an instant that is still to come.' });
  }
  return at;
}

/** A key that makes another of its own kind passes on its own bounds. */
function withinOwn(
  own: ApiKeyListed | undefined,
  asked: readonly string[],
  until: Date | undefined,
  faults: Fault[],
): { allowedCidrs: readonly string[]; expiresAt?: Date } {
  const networks = own?.allowedCidrs ?? [];
  if (networks.length > 0 && asked.some((network) => !networks.includes(network))) {
    faults.push({
      field: 'allowedCidrs',
      rule: 'not_allowed',
      message: 'This key is bound to networks and passes on those only. Leave allowedCidrs out.',
    });
  }
  const ends = [until, own?.expiresAt ?? undefined].filter((at) => at !== undefined);
  const [first] = ends.toSorted((one, other) => one.getTime() - other.getTime());
  return { allowedCidrs: asked.length > 0 ? asked : networks, ...(first ? { expiresAt: first } : {}) };
}
