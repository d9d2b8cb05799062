import { AppError, invalid } from '../../kernel/app-error.ts';
import type { Caller } from '../access/index.ts';
import { defineRoute, isOpenTo, type OpenRoute, type Route } from '../gate/index.ts';
import type { TenantReader } from '../tenancy/index.ts';
import { partnerSettingsFind, partnerSettingsPut } from './partner-settings-store.ts';
import { buyerMeAnswer, partnerMeAnswer, partnerSettingsAnswer, partnerSettingsUpdate } from './partner-wire.ts';

export interface PartnerRouteDeps {
  /** What is known of a partner, asked of the product that keeps partners. */
  readonly partnerOf: (tx: TenantReader, partnerId: string) => Promise<{ name: string; status: string } | undefined>;
  /** The name of a buyer, likewise. */
  readonly buyerName: (tx: TenantReader, buyerId: string) => Promise<string | undefined>;
  /** Every route there is; asked for when somebody wants to know which of them are open. */
  readonly routes: () => readonly (Route | OpenRoute)[];
}

const PATH = '/api/partner/settings';

/** What partners and buyers know and choose about themselves. Staff may look in, and then there is nobody to show. */
export const partnerSelfRoutes = (deps: PartnerRouteDeps): Route[] => [
  meRoute(deps),
  buyerMeRoute(deps),
  settingsRoute(deps),
  changeRoute(deps),
];

const touchedOf = ({ partnerId }: Caller): string[] => (partnerId === undefined ? [] : [partnerId]);

async function ownPartner({ partnerOf }: PartnerRouteDeps, tx: TenantReader, { partnerId }: Caller) {
  const partner = partnerId === undefined ? undefined : await partnerOf(tx, partnerId);
  const id = partnerId ?? null;
  return { id, partnerId: id, partnerName: partner?.name ?? null, status: partner?.status ?? null };
}

const meRoute = (deps: PartnerRouteDeps): Route =>
  defineRoute({
    id: 'get_partner_me',
    method: 'GET',
    path: '/api/partner/me',
    tag: 'settings',
    summary: 'Who calls, and what is open to them.',
    permission: 'partner:self',
    audit: { action: 'partner.self', entity: 'partner' },
    response: partnerMeAnswer,
    async handle({ tx, caller, now }) {
      const { id, partnerId, partnerName } = await ownPartner(deps, tx, caller);
      const data = { id, partnerId, partnerName, ...whoCalls(deps, caller, now) };
      return { answer: { data }, touched: touchedOf(caller) };
    },
  });

const buyerMeRoute = (deps: PartnerRouteDeps): Route =>
  defineRoute({
    id: 'get_buyer_identity',
    method: 'GET',
    path: '/api/buyer/me',
    tag: 'settings',
    summary: 'Which buyer calls, and what is open to it.',
    permission: 'buyer:self',
    audit: { action: 'buyer.self', entity: 'buyer' },
    response: buyerMeAnswer,
    async handle({ tx, caller, now }) {
      const buyerId = caller.buyerId ?? null;
      const buyerName = buyerId === null ? null : ((await deps.buyerName(tx, buyerId)) ?? null);
      const data = { id: buyerId, buyerId, buyerName, ...whoCalls(deps, caller, now) };
      return { answer: { data }, touched: buyerId === null ? [] : [buyerId] };
    },
  });

const whoCalls = ({ routes }: PartnerRouteDeps, caller: Caller, now: Date) => ({
  role: caller.role,
  authType: caller.session ? ('session' as const) : ('api_key' as const),
  scopes: [...(caller.scopes ?? [])],
  endpoints: routes().flatMap((route) => endpointFor(caller, route, now)),
});

/** A route as one line of the list; none where the caller may not use it. */
function endpointFor(caller: Caller, route: Route | OpenRoute, now: Date) {
  if ('handleOpen' in route || !isOpenTo(route, caller, now)) return [];
  const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
  return [{ method: route.method, path, description: route.summary }];
}

const settingsRoute = (deps: PartnerRouteDeps): Route =>
  defineRoute({
    id: 'get_partner_settings',
    method: 'GET',
    path: PATH,
    tag: 'settings',
    summary: 'The calling partner, and what it wants to be told of.',
    permission: 'partner:self',
    audit: { action: 'partner_settings.read', entity: 'partner' },
    response: partnerSettingsAnswer,
    async handle({ tx, caller }) {
      const { partnerId } = caller;
      const notifications = partnerId === undefined ? {} : await partnerSettingsFind(tx, partnerId);
      const data = { ...(await ownPartner(deps, tx, caller)), notifications: { ...notifications } };
      return { answer: { data }, touched: touchedOf(caller) };
    },
  });

const NO_PASSWORDS =
  'Passwords are no longer changed here: the person changes it, signed in, by POST /api/v1/auth/password.';

const changeRoute = (deps: PartnerRouteDeps): Route =>
  defineRoute({
    id: 'update_partner_settings',
    method: 'PUT',
    path: PATH,
    tag: 'settings',
    summary: 'Choose what the calling partner wants to be told of.',
    permission: 'partner:settings',
    audit: { action: 'partner_settings.update', entity: 'partner' },
    body: partnerSettingsUpdate,
    response: partnerSettingsAnswer,
    async handle({ tx, caller, body: { notifications, ...passwords } }) {
      if (Object.keys(passwords).length > 0) throw new AppError('GONE', NO_PASSWORDS);
      const chosen = Object.entries(notifications ?? {});
      if (chosen.length === 0)
        throw invalid([{ field: 'notifications', rule: 'required', message: 'Send at least one notice to choose.' }]);
      const { partnerId } = caller;
      if (partnerId === undefined) throw new TypeError('a partner that calls is bound to no partner');
      const kept = await partnerSettingsPut(tx, partnerId, Object.fromEntries(chosen));
      const data = { ...(await ownPartner(deps, tx, caller)), notifications: { ...kept } };
      return { answer: { data }, touched: [partnerId], detail: { fields: chosen.map(([name]) => name) } };
    },
  });
