import type { Party } from './parties.ts';
import { fresh } from './fresh-rows.ts';
import { made } from './refusals.ts';
import { settingBodies } from './settings-of.ts';

interface Call {
  readonly params?: Readonly<Record<string, string>>;
  /** As it stands after the `?`. */
  readonly query?: string;
  readonly body?: Readonly<Record<string, unknown>>;
}
type Make = (party: Party) => Call | Promise<Call>;

let serial = 0;
const tenantBody = (): Call => ({
  body: { name: 'Fresh', slug: `fresh-tenant-${(serial += 1)}`, timeZone: 'America/Chicago' },
});

const none: Make = () => ({});
const freshTenant =
  (body?: Call['body'], status?: 'active' | 'pending'): Make =>
  async (party) => ({ params: { tenantId: await party.freshTenant(status) }, ...(body ? { body } : {}) });
const ownTenant =
  (body?: Call['body']): Make =>
  ({ tenantId }) => ({ params: { tenantId }, ...(body ? { body } : {}) });
const flag = { feature: 'calls', enabled: true };

const tenants: Readonly<Record<string, Make>> = {
  list_tenants: none,
  create_tenant: tenantBody,
  get_tenant: freshTenant(),
  update_tenant: freshTenant({ name: 'Changed' }),
  patch_tenant: freshTenant({ name: 'Changed' }),
  delete_tenant: freshTenant(),
  get_tenant_stats: freshTenant(),
  update_tenant_features: freshTenant(flag),
  approve_tenant: freshTenant({}, 'pending'),
  reject_tenant: freshTenant({}, 'pending'),
  list_organizations: none,
  create_organization: tenantBody,
  get_organization: ownTenant(),
  update_organization: ownTenant({ settings: { theme: 'dark' } }),
  delete_organization: freshTenant(),
  toggle_organization_feature: ownTenant(flag),
  get_tenant_features: none,
  upload_logo: () => ({ body: { logoUrl: 'https://cdn.example.com/logo.png' } }),
};

type Body = Readonly<Record<string, unknown>>;
const bodyOf = (path: string): Body => ({ ...settingBodies()[path] });
const making =
  (path: string): Make =>
  () => ({ body: bodyOf(path) });
const onFresh =
  (path: string, param: string, body?: Body): Make =>
  async ({ admin }) => ({
    params: { [param]: (await made(admin, `/api/v1/settings/${path}`, bodyOf(path))).id },
    ...(body ? { body } : {}),
  });

const settings: Readonly<Record<string, Make>> = {
  get_settings: () => ({ query: 'category=general' }),
  update_settings: () => ({ body: { category: 'general', key: 'theme', value: 'light' } }),
  get_integration_settings: none,
  update_integration_settings: () => ({ body: { settings: { calendar: 'none' } } }),
  list_domains: none,
  add_domain: making('domains'),
  remove_domain: onFresh('domains', 'domainId'),
  list_system_lists: none,
  create_system_list: making('lists'),
  get_system_list: onFresh('lists', 'systemListId'),
  update_system_list: onFresh('lists', 'systemListId', { items: [] }),
  delete_system_list: onFresh('lists', 'systemListId'),
  list_signup_questions: none,
  create_signup_question: making('signup-questions'),
  get_signup_question: onFresh('signup-questions', 'signupQuestionId'),
  update_signup_question: onFresh('signup-questions', 'signupQuestionId', { isRequired: true }),
  delete_signup_question: onFresh('signup-questions', 'signupQuestionId'),
  list_tax_rates: none,
  create_tax_rate: making('tax-rates'),
  get_tax_rate: onFresh('tax-rates', 'taxRateId'),
  update_tax_rate: onFresh('tax-rates', 'taxRateId', { percentage: '7' }),
  delete_tax_rate: onFresh('tax-rates', 'taxRateId'),
  list_smtp_accounts: none,
  create_smtp_account: making('smtp'),
  get_smtp_account: onFresh('smtp', 'smtpAccountId'),
  update_smtp_account: onFresh('smtp', 'smtpAccountId', { fromName: 'Changed' }),
  delete_smtp_account: onFresh('smtp', 'smtpAccountId'),
  partner_integration_skill: none,
  setup_vertical_campaign_skill: none,
  get_partner_me: none,
  get_buyer_identity: none,
  bulk_status_update: async (party) => ({
    body: { entity: 'buyer', ids: [await fresh(party, 'buyers', { name: 'Fresh' })], status: 'paused' },
  }),
  get_partner_settings: none,
  update_partner_settings: () => ({ body: { notifications: { leadRejected: true } } }),
  get_signup_settings: none,
  update_signup_settings: () => ({ body: { approvalMode: 'manual' } }),
};

/** Calls of the routes about tenants and their settings, by their ids. */
export const SETTING_CALLS: Readonly<Record<string, Make>> = { ...tenants, ...settings };
