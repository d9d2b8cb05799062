import { type Actor, SYSTEM_ACTOR_ID } from '../tenancy/index.ts';
import type { Role } from './policy.ts';
import type { Scope } from './scopes.ts';

/** How far a sign-in has come. Until it is `full`, a session opens nothing but the next step. */
export type SessionStage = 'second_factor' | 'enrolment' | 'full';

/** The session by which a person calls. */
export interface CallerSession {
  readonly sessionId: string;
  readonly stage: SessionStage;
  /** When the person last proved who they are in this session, by a second factor. */
  readonly steppedUpAt: Date | undefined;
}

/** What lets somebody of the installation into a tenant. */
export interface GuestPass {
  readonly grantId: string;
  readonly until: Date;
  /** The one lead that may be seen; undefined where no lead may. */
  readonly leadId: string | undefined;
  /** The same person at home: what is about the own account is done there. */
  readonly home: Caller;
}

/** Who calls: a person by a session, or a program by an API key. */
export interface Caller {
  readonly tenantId: string;
  /** The id of the person or of the key. */
  readonly actorId: string;
  readonly role: Role;
  readonly buyerId: string | undefined;
  readonly partnerId: string | undefined;
  readonly campaignId: string | undefined;
  readonly readOnly: boolean;
  /** Without it, personal fields come masked. */
  readonly piiAccess: boolean;
  /** What a key may do of what its kind may; undefined for a person, whose role alone decides. */
  readonly scopes: ReadonlySet<Scope> | undefined;
  /** The limit that the key has of its own. */
  readonly requestsPerMinute: number | undefined;
  /** Whose requests are counted, where it is not `actorId`: one session of many that a key opened. */
  readonly countedAs?: string;
  /** Undefined for a key. */
  readonly session: CallerSession | undefined;
  /** Set for somebody of the installation who is let into this tenant for a while. */
  readonly guest: GuestPass | undefined;
  /** Set where a role of the tenant's own narrows `role`: the permissions that are left. */
  readonly narrowedTo: ReadonlySet<string> | undefined;
  /** That role of the tenant's own, whose field rules bind beside those of `role`; a key and a guest have none. */
  readonly customRoleId: string | undefined;
}

/** What a request shows of who sends it. */
export interface Presented {
  readonly key: string | undefined;
  readonly sessionToken: string | undefined;
}

export interface Authenticator {
  /** The caller of a request from an address. Throws UNAUTHORIZED with one text for all that is wrong with it. */
  authenticate(presented: Presented, address: string): Promise<Caller>;
  /** The caller as long as what they show holds, without noting a use; undefined otherwise. */
  look(presented: Presented, address: string): Promise<Caller | undefined>;
  /** The caller whatever the state of what they show, for the trail; undefined for a stranger. */
  identify(presented: Presented): Promise<Caller | undefined>;
}

/** How the database sees a caller. A posting key reads as its partner; a member of a practice is not its staff. */
export function actorOf(caller: Caller): Actor {
  const { actorId: id, role, buyerId, partnerId, guest } = caller;
  if (guest) return { kind: 'guest', id, ...(guest.leadId ? { subjectId: guest.leadId } : {}) };
  if (role === 'practice_member') return { kind: 'member', id };
  if (role === 'buyer' || role === 'partner' || role === 'posting') {
    if (buyerId) return { kind: 'buyer', id, buyerId };
    if (partnerId) return { kind: 'partner', id, partnerId };
    throw new TypeError(`a caller of role ${role} is bound to nobody`);
  }
  return { kind: 'staff', id };
}

/** Careroute itself as a caller, for an operator who works at the databases: it may what an admin may. */
export const systemCaller = (tenantId: string): Caller => ({
  tenantId,
  actorId: SYSTEM_ACTOR_ID,
  role: 'admin',
  buyerId: undefined,
  partnerId: undefined,
  campaignId: undefined,
  readOnly: false,
  piiAccess: false,
  scopes: undefined,
  requestsPerMinute: undefined,
  session: undefined,
  guest: undefined,
  narrowedTo: undefined,
  customRoleId: undefined,
});
