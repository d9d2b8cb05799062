import type { Caller } from '../../core/access/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import { buyerEmail } from '../../leads/contracts/index.ts';
import { partnerEmail } from '../../leads/sources/index.ts';
import type { Mail } from '../../platform/mail/index.ts';
import type { Runtime } from './runtime.ts';

/** Tells the owner of a key that was seen on an unencrypted connection; false where nobody's address is known. */
export async function tellKeyOwner(
  runtime: Runtime,
  mail: Mail,
  seen: { readonly caller: Caller; readonly outcome: 'flagged' | 'revoked'; readonly publicUrl: string },
): Promise<boolean> {
  const { caller, outcome, publicUrl } = seen;
  const to = await runtime.tenancy.readTenant(systemContext(caller.tenantId), async (tx) => {
    if (caller.buyerId) return buyerEmail(tx, caller.buyerId);
    return caller.partnerId ? partnerEmail(tx, caller.partnerId) : undefined;
  });
  if (!to) return false;
  const next =
    outcome === 'revoked'
      ? 'It could read personal data, so it was revoked at once.'
      : 'It still works: replace it soon.';
  await mail.send({
    to,
    subject: 'An API key of yours was sent without encryption',
    text:
      `A request to the unencrypted port carried the API key with the id ${caller.actorId}.\n` +
      `It crossed the network in the clear, so others may have read it. ${next}\n` +
      `Ask for a new key, and send requests to ${publicUrl} only.\n`,
  });
  return true;
}
