import { AppError } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { addressSubject } from '../limits/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { SessionCookie } from '../gate/index.ts';
import { answerEvenly } from './answer-evenly.ts';
import { beginSession } from './begin-session.ts';
import { accountContext, completeSignIn, noteRefusedSignIn, type SignInOrigin } from './complete-sign-in.ts';
import { emailKey } from './domain/email-address.ts';
import { needsSecondFactor } from './domain/role-limits.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { passwordSet, secretsFind } from './secret-store.ts';
import { isKnownNetwork } from './sign-in-store.ts';
import { type Account, accountsFind, hasFactor, userLock } from './user-store.ts';

export interface PasswordSignIn {
  readonly email: string;
  readonly password: string;
  /** The slug of the organisation, for who has accounts in several. */
  readonly organization?: string | undefined;
  readonly origin: SignInOrigin;
}

/** Where a sign-in stands, and the cookie that carries it on. */
export interface SignInStep {
  readonly status: 'signed_in' | 'second_factor_required' | 'enrolment_required';
  /** What can be shown, or set up, next. */
  readonly methods: readonly ('totp' | 'passkey' | 'recovery_code')[];
  readonly cookie: SessionCookie;
}

const WRONG = 'The e-mail address, the password or the organisation is wrong. Check them, then try again.';
const KNOWN_FOR_MS = 90 * 86_400_000;

/**
 * Signs in by password: far enough for the second factor, or in, where none is set up and none is demanded. Of a crowd,
 * whoever was here before from the same network goes first. Throws UNAUTHORIZED with one text for everything that can
 * be wrong, in even time, and RATE_LIMITED.
 */
export async function signInByPassword(deps: IdentityDeps, request: PasswordSignIn): Promise<SignInStep> {
  return answerEvenly(async () => {
    const seen = await deps.turns.lookUp(() => lookAt(deps, request));
    return deps.turns.judge(() => judge(deps, request, seen), seen.isKnown);
  });
}

interface Seen {
  /** The name under which tries count. */
  readonly name: string;
  readonly account: Account | undefined;
  readonly passwordHash: string | undefined;
  readonly isKnown: boolean;
  /** Whether other tenants have accounts of the same address. */
  readonly isShared: boolean;
}

/** What is known of an account; the same questions are asked when there is none. */
async function lookAt(deps: IdentityDeps, request: PasswordSignIn): Promise<Seen> {
  const email = emailKey(request.email) ?? request.email.toLowerCase();
  const now = deps.clock.now();
  const slug = request.organization;
  const all = await accountsFind(deps.identity, { email }, now);
  const accounts = slug ? all.filter((one) => one.slug === slug) : all;
  const account = accounts.length === 1 ? accounts[0] : undefined;
  const { tenantId, userId } = account ?? { tenantId: newId(0), userId: newId(0) };
  return deps.identityTenancy.readTenant(accountContext({ tenantId }), async (tx) => {
    const secrets = await secretsFind(tx, userId);
    const since = new Date(now.getTime() - KNOWN_FOR_MS);
    const isKnown = await isKnownNetwork(tx, userId, addressSubject(request.origin.address), since);
    return {
      name: `sign-in ${email}`,
      account,
      passwordHash: secrets?.passwordHash ?? undefined,
      isKnown,
      isShared: all.length > 1,
    };
  });
}

async function judge(
  deps: IdentityDeps,
  { password, origin }: PasswordSignIn,
  { name, account, passwordHash, ...at }: Seen,
): Promise<SignInStep> {
  const attempt = await deps.attempts.begin(name, origin.address, at);
  const holds = await deps.passwords.verify(passwordHash, password);
  if (!account || account.status !== 'active' || !holds) {
    await refuse(deps, account, origin);
    throw new AppError('UNAUTHORIZED', WRONG);
  }
  await attempt.good();
  const rehashed = deps.passwords.isOutdated(passwordHash ?? '') ? await deps.passwords.hash(password) : undefined;
  return goOn(deps, account, { origin, judged: passwordHash, rehashed });
}

async function refuse(deps: IdentityDeps, account: Account | undefined, origin: SignInOrigin): Promise<void> {
  if (!account) return;
  const reason = account.status === 'active' ? 'wrong_password' : 'not_active';
  await deps.identityTenancy.withTenant(accountContext(account), (tx) =>
    noteRefusedSignIn(tx, account, { method: 'password', reason, origin, now: deps.clock.now() }),
  );
}

/** A password that was right. */
interface Judged {
  readonly origin: SignInOrigin;
  /** The stored form that it was judged by. */
  readonly judged: string | undefined;
  readonly rehashed: string | undefined;
}

async function goOn(deps: IdentityDeps, account: Account, { origin, judged, rehashed }: Judged): Promise<SignInStep> {
  const now = deps.clock.now();
  const { userId } = account;
  return deps.identityTenancy.withTenant(accountContext(account), async (tx) => {
    const user = await userLock(tx, userId);
    if (!user || user.status !== 'active') throw new AppError('UNAUTHORIZED', WRONG);
    // A new password that came in between has ended all sessions: none begins by the old one.
    if ((await secretsFind(tx, userId))?.passwordHash !== judged) throw new AppError('UNAUTHORIZED', WRONG);
    if (rehashed) await passwordSet(tx, userId, rehashed, now);
    const { role } = user;
    const methods = [...(user?.hasTotp ? (['totp'] as const) : []), ...(user?.passkeys ? (['passkey'] as const) : [])];
    if (!hasFactor(user) && !needsSecondFactor(role)) {
      const { cookie } = await completeSignIn(
        tx,
        { ...account, role },
        { method: 'password', withFactor: false, origin, now },
      );
      return { status: 'signed_in', methods: [], cookie };
    }
    const stage = hasFactor(user) ? 'second_factor' : 'enrolment';
    const { address, device, requestId } = origin;
    const start = { userId, role, stage, method: 'password', withFactor: false, address, device, now } as const;
    const { sessionId, cookie } = await beginSession(tx, start);
    const event = {
      action: 'session.begin',
      entity: 'session',
      entityIds: [sessionId, userId],
      outcome: 'done',
    } as const;
    await recordAudit(tx, now, [
      {
        event: { ...event, detail: { stage } },
        origin: { requestId, address },
        onBehalfOf: { kind: 'person', id: userId },
      },
    ]);
    return stage === 'enrolment'
      ? { status: 'enrolment_required', methods: ['totp', 'passkey'], cookie }
      : { status: 'second_factor_required', methods: [...methods, 'recovery_code'], cookie };
  });
}
