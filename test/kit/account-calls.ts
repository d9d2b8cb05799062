import type { Role, UserRole } from '../../src/core/access/index.ts';
import type { Party } from './parties.ts';
import { made } from './refusals.ts';
import type { RouteCall } from './route-call.ts';

type Make = (party: Party, role: Role) => RouteCall | Promise<RouteCall>;

let serial = 0;
const fresh = (): string => `fresh.${(serial += 1)}@example.test`;
const ANYTHING = '00000000-0000-7000-8000-0000000000ff';
const reason = 'Looking into a support case.';

const none: Make = () => ({});
const body =
  (value: RouteCall['body'] = {}): Make =>
  () => ({ body: value });

/** Whom a caller of a role may change: somebody of the same kind of tenant, below. */
const below = (role: Role): UserRole =>
  role === 'superadmin' ? role : role.startsWith('practice') ? 'practice_member' : 'analyst';
const somebody = async (party: Party, role: Role): Promise<string> => (await party.person(below(role))).userId;
const analyst = async (party: Party): Promise<string> => (await party.person('analyst')).userId;
/** Somebody of the same buyer or partner. */
const colleague = async (party: Party, role: Role): Promise<string> =>
  (await party.person(role === 'partner' ? 'partner' : 'buyer')).userId;
/** Somebody of the same buyer or partner whose invitation nobody has taken up. */
const invitedColleague = async (party: Party, role: Role): Promise<string> => {
  const { client } = await party.person(role === 'partner' ? 'partner' : 'buyer');
  return (await made(client, '/api/v1/colleagues', { email: fresh() })).id;
};
const contact = async (party: Party): Promise<string> => (await party.person('buyer')).userId;
const onSomebody =
  (name: string, who: (party: Party, role: Role) => Promise<string>, value?: RouteCall['body']): Make =>
  async (party, role) => ({ params: { [name]: await who(party, role) }, ...(value ? { body: value } : {}) });
const ofTenant =
  (value?: RouteCall['body']): Make =>
  async (party) => {
    const params = { tenantId: party.tenantId, userId: await analyst(party) };
    return { params, ...(value ? { body: value } : {}) };
  };
const onGrant: Make = async (party) => ({ params: { grantId: await party.grant() } });

const passkey = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
};
const own: Readonly<Record<string, Make>> = {
  get_current_user: none,
  health_check: none,
  list_sessions: none,
  end_session: () => ({ params: { sessionId: ANYTHING } }),
  end_other_sessions: none,
  change_password: body({ currentPassword: 'not this one', newPassword: 'seven green bicycles' }),
  show_second_factor: body({ code: '000000' }),
  step_up: body({ code: '000000' }),
  sign_out: body(),
  list_factors: none,
  offer_totp: body(),
  confirm_totp: body({ code: '000000' }),
  remove_totp: none,
  renew_recovery_codes: body(),
  offer_passkey: body(),
  add_passkey: body({ name: 'Mine', passkey }),
  rename_passkey: () => ({ params: { passkeyId: ANYTHING }, body: { name: 'Mine' } }),
  remove_passkey: () => ({ params: { passkeyId: ANYTHING } }),
  offer_passkey_factor: body(),
  list_own_login_activity: none,
  list_views: none,
  create_view: body({ page: 'leads', name: 'Mine', query: { status: 'sold' } }),
  update_view: () => ({ params: { viewId: ANYTHING }, body: { name: 'Mine' } }),
  delete_view: () => ({ params: { viewId: ANYTHING } }),
};

const people: Readonly<Record<string, Make>> = {
  list_users: none,
  create_user: (_party, role) => ({ body: { email: fresh(), name: 'Fresh', role: below(role) } }),
  get_user: onSomebody('userId', somebody),
  update_user: onSomebody('userId', somebody, { jobTitle: 'Changed' }),
  delete_user: onSomebody('userId', somebody),
  create_contact: ({ buyerId }) => ({ body: { email: fresh(), entityType: 'buyer', entityId: buyerId } }),
  get_contact: onSomebody('contactId', contact),
  update_contact: onSomebody('contactId', contact, { firstName: 'Changed' }),
  delete_contact: onSomebody('contactId', contact),
  set_contact_password: onSomebody('contactId', contact, { password: 'seven green bicycles' }),
  list_colleagues: none,
  invite_colleague: () => ({ body: { email: fresh() } }),
  reinvite_colleague: onSomebody('userId', invitedColleague),
  withdraw_invitation: onSomebody('userId', invitedColleague),
  remove_colleague: onSomebody('userId', colleague),
  transfer_ownership: async (party, role) => {
    const heir = await party.person(role.startsWith('practice') ? 'practice_admin' : 'admin');
    return { body: { targetUserId: heir.userId } };
  },
  list_login_activity: none,
  review_access: none,
  list_all_users: none,
  list_tenant_users: ({ tenantId }) => ({ params: { tenantId } }),
  create_tenant_user: async (party) => ({
    params: { tenantId: await party.freshTenant() },
    body: { email: fresh(), role: 'owner' },
  }),
  get_tenant_user: ofTenant(),
  update_tenant_user: ofTenant({ firstName: 'Changed' }),
  patch_tenant_user: ofTenant({ action: 'setStatus', status: 'inactive' }),
  delete_tenant_user: ofTenant(),
  patch_user: onSomebody('userId', analyst, { action: 'setStatus', status: 'inactive' }),
  get_user_login_activity: onSomebody('userId', analyst),
};

const access: Readonly<Record<string, Make>> = {
  impersonate_tenant: async (party) => {
    await party.person('owner');
    return { params: { tenantId: party.tenantId }, body: { reason } };
  },
  leave_tenant: none,
  list_access_grants: none,
  end_access_grant: onGrant,
  review_access_grant: async (party) => ({
    params: { grantId: await party.grant(true) },
    body: { verdict: 'accepted' },
  }),
  list_roles: none,
  list_base_roles: none,
  create_role: (_party, role) => ({ body: { name: fresh(), baseRole: below(role), permissions: [] } }),
  update_role: async (party, role) => ({
    params: { roleId: await party.customRole(below(role)) },
    body: { name: fresh(), baseRole: below(role), permissions: [] },
  }),
  delete_role: async (party, role) => ({ params: { roleId: await party.customRole(below(role)) } }),
  list_sign_in_rules: none,
  set_sign_in_rule: () => ({ params: { role: 'support' }, body: { allowedCidrs: ['0.0.0.0/0', '::/0'] } }),
  list_approvals: none,
  request_approval: body({ action: 'bulk_export', reason }),
  decide_approval: async (party) => ({
    params: { approvalId: await party.approval() },
    body: { decision: 'declined' },
  }),
};

/** Calls of the routes about accounts, people and what opens a tenant for a while. */
export const ACCOUNT_CALLS: Readonly<Record<string, Make>> = { ...own, ...people, ...access };

/**
 * What a caller who may call a route gets all the same, because the call lacks what only a real sign-in has; the tests
 * of signing in have it.
 */
export const NEEDS_MORE: Readonly<Record<string, readonly number[]>> = {
  end_session: [404],
  change_password: [401],
  show_second_factor: [401],
  step_up: [401],
  confirm_totp: [409],
  remove_totp: [200, 409],
  renew_recovery_codes: [409],
  add_passkey: [401],
  rename_passkey: [404],
  update_view: [404],
  delete_view: [404],
  remove_passkey: [404],
  offer_passkey_factor: [409],
  leave_tenant: [200, 409],
  export_leads: [403],
  create_export: [403],
  get_export: [404],
  get_export_file: [404],
  delete_export: [404],
  preview_lead_import: [404],
  get_buyer_posting_log: [403],
  get_buyer_posting_log_entry: [403],
};
