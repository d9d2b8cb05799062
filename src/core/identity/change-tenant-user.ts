import { AppError, invalid, notFound } from '../../kernel/app-error.ts';
import type { Caller } from '../access/index.ts';
import { type Origin, recordAudit } from '../audit/index.ts';
import { systemContext } from '../gate/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { endEverything } from './change-user.ts';
import { tenantFind } from './grant-store.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { inviteUser } from './invite-user.ts';
import { invitationMail } from './make-link.ts';
import { sendMail } from './send-mail.ts';
import {
  firstOwnerLock,
  isInhabited,
  ownersLock,
  statusOnReturn,
  userLock,
  usersCount,
  userUpdate,
} from './user-store.ts';

/** A superadmin's work on accounts of a tenant, and the request that it comes from. */
export interface TenantUserEntry {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly now: Date;
  readonly tenantId: string;
  readonly action: string;
}

/**
 * Does something to accounts of another tenant, in a transaction that also writes into that tenant's trail who it was.
 */
async function amongPeopleOf<T extends { readonly touched: readonly string[] }>(
  deps: IdentityDeps,
  entry: TenantUserEntry,
  work: (tx: TenantWriter) => Promise<T>,
): Promise<T> {
  const { tenantId, action, caller, origin, now } = entry;
  if (!(await tenantFind(deps.identity, tenantId))) throw notFound();
  return deps.identityTenancy.withTenant(systemContext(tenantId), async (tx) => {
    const result = await work(tx);
    const event = { action, entity: 'user', entityIds: [...result.touched], outcome: 'done' } as const;
    await recordAudit(tx, now, [{ event, origin, onBehalfOf: { kind: 'superadmin', id: caller.actorId } }]);
    return result;
  });
}

const FIRST_ONLY =
  'A superadmin invites the first owner of a tenant that is empty, and nobody else: not even after others left. ' +
  'The owner invites people; the machine itself can, by careroute owner create.';

/** Invites the first owner of a tenant in which there is nothing yet. Anybody else would be a way in. */
export async function inviteFirstOwner(
  deps: IdentityDeps,
  entry: TenantUserEntry,
  body: {
    readonly email: string;
    readonly firstName?: string | null;
    readonly lastName?: string | null;
    readonly role?: string;
  },
): Promise<string[]> {
  const { kind, name } = (await tenantFind(deps.identity, entry.tenantId)) ?? {};
  const made = await amongPeopleOf(deps, entry, async (tx) => {
    const role = kind === 'practice' ? 'practice_owner' : 'owner';
    await firstOwnerLock(tx);
    if ((body.role ?? role) !== role || (await isInhabited(tx))) throw new AppError('FORBIDDEN', FIRST_ONLY);
    const { email, firstName, lastName } = body;
    const how = { publicUrl: deps.publicUrl, now: entry.now };
    const { user, link } = await inviteUser(tx, { email, firstName, lastName, role, piiAccess: true }, how);
    return { touched: [user.id, link.linkId], user, url: link.url };
  });
  await sendMail(deps, invitationMail(made.user.email, name ?? '', made.url));
  return [...made.touched];
}

/** Renames an account of a tenant, or switches it on or off. What it may do is the tenant's to say. */
export async function changeTenantUser(
  deps: IdentityDeps,
  entry: TenantUserEntry,
  userId: string,
  wish: {
    readonly firstName?: string | null;
    readonly lastName?: string | null;
    readonly status?: 'active' | 'inactive';
  },
): Promise<string[]> {
  const { touched } = await amongPeopleOf(deps, entry, async (tx) => {
    await ownersLock(tx);
    const user = await userLock(tx, userId);
    if (!user) throw notFound();
    const isOwner = user.role === 'owner' || user.role === 'practice_owner';
    if (wish.status === 'inactive' && isOwner && (await usersCount(tx, [user.role], userId)) === 0)
      throw new AppError('CONFLICT', 'This is the last owner. Suspend the tenant instead, if that is what you mean.');
    if (wish.status === 'active' && user.status === 'invited')
      throw invalid([
        { field: 'status', rule: 'not_allowed', message: 'Becomes active when the invitation is taken up.' },
      ]);
    const back = wish.status === 'active' ? { status: await statusOnReturn(tx, user) } : {};
    await userUpdate(tx, userId, { ...wish, ...back });
    const ended = wish.status === 'inactive' ? await endEverything(tx, user, entry.now) : [];
    return { touched: [userId, ...ended] };
  });
  deps.forgetSessions();
  deps.forgetKeys();
  return touched;
}
