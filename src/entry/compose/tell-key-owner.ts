import type { Caller } from '../../core/access/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import { tellRulersOfKey } from '../../core/identity/index.ts';
import { buyerEmail } from '../../leads/contracts/index.ts';
import { partnerEmail } from '../../leads/sources/index.ts';
import type { Mail } from '../../platform/mail/index.ts';
import type { Runtime } from './runtime.ts';

/**
 * Tells of a key that was seen on an unencrypted connection: whoever rules its tenant, durably, then the buyer or
 * partner that has it, once. False where nobody's address is known.
 */
export async function tellKeyOwner(
  runtime: Runtime,
  mail: Mail,
  seen: { readonly caller: Caller; readonly outcome: 'flagged' | 'revoked'; readonly publicUrl: string },
): Promise<boolean> {
  const { caller, outcome, publicUrl } = seen;
  const { tenantId, actorId: keyId } = caller;
  const isRulerTold = await tellRulersOfKey(runtime, { tenantId, keyId });
  const to = await runtime.tenancy.readTenant(systemContext(tenantId), async (tx) => {
    if (caller.buyerId) return buyerEmail(tx, caller.buyerId);
    return caller.partnerId ? partnerEmail(tx, caller.partnerId) : undefined;
  });
  if (!to) return isRulerTold;
  const next =
    outcome === 'revoked'
      ? 'It could read personal data, so it was revoked at once, and so was what was made with it.'
      : 'It still works: replace it soon.';
  await mail.send({
    to,
    subject: 'An API key of yours was sent without encryption',
    text:
      `A request to the unencrypted port carried the API key with the id ${keyId}.\n` +
      `It crossed the network in the clear, so others may have read it. ${next}\n` +
      `Ask for a new key, and send requests to ${publicUrl} only.\n`,
  });
  return true;
}
