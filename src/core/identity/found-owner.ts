import { AppError } from '../../kernel/app-error.ts';
import { recordAudit } from '../audit/index.ts';
import { systemContext } from '../gate/index.ts';
import type { Tenancy } from '../tenancy/index.ts';
import { inviteUser } from './invite-user.ts';
import { makeLink, type MadeLink } from './make-link.ts';
import { firstOwnerLock, userByEmail, userLock } from './user-store.ts';
import { emailKey } from './domain/email-address.ts';

export interface FoundOwner {
  readonly tenantId: string;
  readonly email: string;
  readonly role: 'owner' | 'practice_owner' | 'superadmin';
  readonly publicUrl: string;
  readonly now: Date;
}

/**
 * Invites the owner of a tenant from the machine itself, and gives the link. Asked again for somebody who has not taken
 * it up, it gives a new link; undefined for an account that is in use. Throws CONFLICT if the same person is being
 * invited at this very moment: that link holds, and this one would end it.
 */
export async function foundOwner(identityTenancy: Tenancy, wish: FoundOwner): Promise<MadeLink | undefined> {
  const { tenantId, email, role, publicUrl, now } = wish;
  return identityTenancy.withTenant(systemContext(tenantId), async (tx) => {
    await firstOwnerLock(tx);
    const known = await userByEmail(tx, emailKey(email) ?? '');
    if (known) {
      const user = await userLock(tx, known);
      if (user?.status !== 'invited' || user.role !== role) return undefined;
      const link = await makeLink(tx, { userId: known, purpose: 'invitation', publicUrl, now });
      await record([known, link.linkId]);
      return link;
    }
    const made = await inviteUser(tx, { email, role, piiAccess: role !== 'superadmin' }, { publicUrl, now }).catch(
      atOnce,
    );
    await record([made.user.id, made.link.linkId]);
    return made.link;

    async function record(entityIds: string[]): Promise<void> {
      const event = { action: 'user.invite', entity: 'user', entityIds, outcome: 'done', detail: { role } } as const;
      await recordAudit(tx, now, [{ event, origin: {} }]);
    }
  });
}

/** The account that was not there a moment ago is there now. */
function atOnce(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'DUPLICATE') throw error;
  const message =
    'this person was invited at the same moment by somebody else, whose link holds. Use it; if it is lost, run ' +
    'this again for a new one.';
  throw new AppError('CONFLICT', message);
}
