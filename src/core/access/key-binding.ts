import { type Fault, invalid } from '../../kernel/app-error.ts';
import { unknownReference } from '../gate/index.ts';
import type { TenantReader } from '../tenancy/index.ts';
import type { Caller } from './caller.ts';
import type { KeyKind } from './policy.ts';

/** What a new key is bound to. */
export interface KeyBinding {
  readonly kind: KeyKind;
  readonly buyerId?: string;
  readonly partnerId?: string;
  readonly campaignId?: string;
}

/** The ids of a request that may say whose key is meant. */
interface OwnerIds {
  readonly buyerId?: string | null;
  readonly partnerId?: string | null;
  readonly campaignId?: string | null;
}

export type Side = 'buyer' | 'partner';

/** The side that a caller is on; undefined for the tenant's own. */
export const sideOf = ({ role }: Caller): Side | undefined =>
  role === 'buyer' || role === 'partner' ? role : undefined;

/**
 * The binding that a request asks for. A buyer or partner makes its own keys and no others. Throws VALIDATION_ERROR for
 * somebody else's id, for more than one, and for a missing campaign.
 */
export async function bindingOf(
  tx: TenantReader,
  caller: Caller,
  partnerOfCampaign: (tx: TenantReader, campaignId: string) => Promise<string | undefined>,
  ids: OwnerIds,
): Promise<KeyBinding> {
  const side = sideOf(caller);
  if (side) return ownBinding(side, caller, ids);
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

/** The binding of a key of one side: that of the caller, or for staff the one that it names. */
export function ownBinding(side: Side, caller: Caller, ids: OwnerIds): KeyBinding {
  const field = `${side}Id` as const;
  const own = sideOf(caller) === undefined ? (ids[field] ?? undefined) : caller[field];
  if (own === undefined) {
    const message = `Send the id of the ${side} that the key is for.`;
    throw invalid([{ field, rule: 'required', message }]);
  }
  const strange = (['buyerId', 'partnerId', 'campaignId'] as const).filter(
    (name) => ids[name] && (name !== field || ids[name] !== own),
  );
  if (strange.length > 0) throw invalid(strange.map(notYours));
  return side === 'buyer' ? { kind: side, buyerId: own } : { kind: side, partnerId: own };
}

const notYours = (field: string): Fault => ({
  field,
  rule: 'not_allowed',
  message: 'You make keys of your own here. Leave it out.',
});
