import { Type } from 'typebox';
import { AppError, invalid } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { isTimeZone } from '../../kernel/time.ts';
import { recordAudit } from '../audit/index.ts';
import {
  defineOpenRoute,
  explainWrite,
  nullable,
  one,
  oneOf,
  type OpenRoute,
  systemContext,
  textOf,
} from '../gate/index.ts';
import { emailKey, hashChosen, type IdentityDeps, inviteUser, signUpMail } from '../identity/index.ts';
import { signupSettings, type SignupSettings } from '../settings/index.ts';
import { createTenant, isReservedSlug, type Tenancy } from '../tenancy/index.ts';
import { installationId, isSlugTaken, ownTenantUpdate } from './store.ts';
import { slug, slugText } from './wire.ts';

export interface SignupDeps {
  readonly tenancy: Tenancy;
  readonly identity: IdentityDeps;
}

const text = Type.String();
const flag = Type.Boolean();
const maybe = Type.Optional;
const closed = { additionalProperties: false } as const;

const body = Type.Object(
  {
    name: textOf(255),
    slug,
    email: Type.String({ minLength: 3, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 1024 }),
    acceptedTerms: maybe(flag),
    timeZone: maybe(
      Type.String({ maxLength: 64, description: 'Such as America/Chicago; days and caps are counted in it.' }),
    ),
  },
  closed,
);

/** How strangers make a tenant of their own, where the installation lets them. */
export const signupRoutes = (deps: SignupDeps): OpenRoute[] => [configRoute(deps), slugRoute(deps), signUpRoute(deps)];

/** The settings of sign-up; off where there is no installation tenant yet. */
async function settingsOf({ tenancy, identity }: SignupDeps): Promise<SignupSettings> {
  const tenantId = await installationId(identity.identity);
  if (tenantId === undefined) return { enabled: false, approvalMode: 'manual', requireTerms: false, termsUrl: null };
  return tenancy.readTenant(systemContext(tenantId), signupSettings);
}

const configRoute = (deps: SignupDeps): OpenRoute =>
  defineOpenRoute({
    id: 'get_signup_config',
    method: 'GET',
    path: '/api/v1/signup/config',
    tag: 'auth',
    summary: 'Whether anybody may sign up here, and on which terms.',
    audit: { action: 'signup.config', entity: 'tenant' },
    response: one(Type.Object({ enabled: flag, requireTerms: flag, termsUrl: nullable(text) })),
    async handleOpen() {
      const { enabled, requireTerms, termsUrl } = await settingsOf(deps);
      return { answer: { data: { enabled, requireTerms, termsUrl } } };
    },
  });

const slugRoute = (deps: SignupDeps): OpenRoute =>
  defineOpenRoute({
    id: 'check_slug_availability',
    method: 'GET',
    path: '/api/v1/signup/check-slug',
    tag: 'auth',
    summary: 'Whether a slug is free. Only where strangers may sign up.',
    audit: { action: 'signup.check_slug', entity: 'tenant' },
    query: Type.Object({ slug: slugText }, closed),
    response: one(Type.Object({ slug: text, available: flag })),
    async handleOpen({ query }) {
      requireEnabled(await settingsOf(deps));
      const taken = isReservedSlug(query.slug) || (await isSlugTaken(deps.identity.identity, query.slug));
      return { answer: { data: { slug: query.slug, available: !taken } } };
    },
  });

function requireEnabled({ enabled }: SignupSettings): void {
  if (!enabled) throw new AppError('FEATURE_DISABLED', 'Nobody signs up here. Ask who runs this installation.');
}

const signUpRoute = (deps: SignupDeps): OpenRoute =>
  defineOpenRoute({
    id: 'signup',
    method: 'POST',
    path: '/api/v1/signup',
    tag: 'auth',
    summary: 'Make a tenant of your own, with yourself as its owner. It may have to wait for approval.',
    status: 201,
    audit: { action: 'tenant.create', entity: 'tenant' },
    body,
    response: one(
      Type.Object({
        tenantId: text,
        userId: text,
        autoApproved: flag,
        pendingApproval: flag,
        accountLinked: flag,
        authMethod: oneOf(['email']),
      }),
    ),
    async handleOpen({ body: wish, origin, now }) {
      const settings = await settingsOf(deps);
      requireEnabled(settings);
      const { identity, tenancy } = deps;
      await identity.attempts.begin(`signup ${wish.slug}`, origin.address);
      const timeZone = requireSound(wish, settings);
      const passwordHash = await hashChosen(identity, wish);
      const tenantId = newId(now.getTime());
      const autoApproved = settings.approvalMode === 'auto';
      await explainWrite({ unique: { tenants_slug_key: 'slug' } }, () =>
        tenancy.withTenant(systemContext(tenantId), async (tx) => {
          await createTenant(tx, { slug: wish.slug, name: wish.name, timeZone, isDemo: false });
          await ownTenantUpdate(tx, { status: 'pending' });
          const event = { action: 'tenant.create', entity: 'tenant', entityIds: [tenantId], outcome: 'done' } as const;
          await recordAudit(tx, now, [{ event: { ...event, detail: { signup: true } }, origin }]);
        }),
      );
      const userId = await makeOwner(deps, { tenantId, wish, passwordHash, origin, now });
      // Last: a tenant whose owner could not be made works for nobody.
      if (autoApproved)
        await tenancy.withTenant(systemContext(tenantId), (tx) =>
          ownTenantUpdate(tx, { status: 'active', approvedAt: now }),
        );
      const data = { tenantId, userId, autoApproved, pendingApproval: !autoApproved, accountLinked: false };
      return { answer: { data: { ...data, authMethod: 'email' as const } } };
    },
  });

interface Sound {
  readonly email: string;
  readonly acceptedTerms?: boolean;
  readonly timeZone?: string;
}

function requireSound({ email, acceptedTerms, timeZone }: Sound, { requireTerms }: SignupSettings): string {
  const faults = [
    ...(emailKey(email)
      ? []
      : [{ field: 'email', rule: 'wrong_form', message: 'Send one address, such as name@example.com.' }]),
    ...(requireTerms && acceptedTerms !== true
      ? [{ field: 'acceptedTerms', rule: 'required', message: 'Read the terms, then send true.' }]
      : []),
    ...(timeZone && isTimeZone(timeZone)
      ? []
      : [
          {
            field: 'timeZone',
            rule: 'required',
            message: 'Send a zone such as America/Chicago; days are counted in it.',
          },
        ]),
  ];
  if (faults.length > 0) throw invalid(faults);
  return timeZone ?? '';
}

interface Owner {
  readonly tenantId: string;
  readonly wish: { readonly email: string; readonly name: string };
  readonly passwordHash: string | undefined;
  readonly origin: { readonly requestId: string; readonly address: string };
  readonly now: Date;
}

/** The first owner, in a transaction of its own: a tenant whose owner could not be made is approved by nobody. */
async function makeOwner({ identity }: SignupDeps, owner: Owner): Promise<string> {
  const { tenantId, wish, passwordHash, origin, now } = owner;
  const made = await identity.identityTenancy.withTenant(systemContext(tenantId), async (tx) => {
    const invitation = { email: wish.email, role: 'owner', piiAccess: true, passwordHash, ownChoice: true } as const;
    const { user, link } = await inviteUser(tx, invitation, { publicUrl: identity.publicUrl, now });
    const entityIds = [user.id, link.linkId];
    const event = { action: 'user.invite', entity: 'user', entityIds, outcome: 'done' } as const;
    await recordAudit(tx, now, [{ event, origin }]);
    return { user, link };
  });
  identity.mail.send(signUpMail(made.user.email, wish.name, made.link.url)).catch(identity.onProblem);
  return made.user.id;
}
