import type { RouteCall } from './route-call.ts';
import type { Party } from './parties.ts';
import { freshCampaign } from './fresh-rows.ts';
import { made } from './refusals.ts';

type Make = (party: Party) => RouteCall | Promise<RouteCall>;

let serial = 0;
/** Contacts, networks and hosts that no lead of the tests has. */
const fresh = () => {
  serial += 1;
  const [high, low] = [Math.floor(serial / 250), (serial % 250) + 1];
  return {
    email: `listed-${serial}@example.org`,
    ip: `198.51.${high}.${low}`,
    host: `blocked-${serial}.example`,
  };
};

const none: Make = () => ({});
const entry = () => ({ type: 'email', value: fresh().email });

/** The five calls of a block list. */
function blockList(
  name: string,
  path: string,
  param: string,
  body: () => Record<string, string>,
): Readonly<Record<string, Make>> {
  const make =
    (change?: RouteCall['body']): Make =>
    async ({ admin }) => ({
      params: { [param]: (await made(admin, `/api/v1/${path}`, body())).id },
      ...(change ? { body: change } : {}),
    });
  return {
    [`list_${name}s`]: none,
    [`create_${name}`]: () => ({ body: body() }),
    [`get_${name}`]: make(),
    [`update_${name}`]: make({ reason: 'Changed' }),
    [`delete_${name}`]: make(),
  };
}

/** A vendor of nobody: whoever asks it gets no answer. */
const vendor = () => ({ name: `Vendor ${(serial += 1)}`, kind: 'dnc', url: 'https://127.0.0.1:9/', timeoutMs: 100 });
const freshVendor = async ({ admin }: Party): Promise<string> =>
  (await made(admin, '/api/v1/check-vendors', vendor())).id;
const atVendor =
  (body?: RouteCall['body']): Make =>
  async (party) => ({ params: { checkVendorId: await freshVendor(party) }, ...(body ? { body } : {}) });

/** Calls about vendors of checks, whom campaigns ask and what was said. */
const CHECK_CALLS: Readonly<Record<string, Make>> = {
  list_check_vendors: none,
  create_check_vendor: () => ({ body: vendor() }),
  get_check_vendor: atVendor(),
  update_check_vendor: atVendor({ cacheDays: 3 }),
  delete_check_vendor: atVendor(),
  try_check_vendor: atVendor({}),
  get_campaign_checks: ({ campaignId }) => ({ params: { campaignId } }),
  replace_campaign_checks: async (party) => ({
    params: { campaignId: await freshCampaign(party) },
    body: { checks: [{ vendorId: await freshVendor(party), failMode: 'accept' }] },
  }),
  list_lead_checks: ({ leadId }) => ({ params: { leadId } }),
  list_check_log: none,
};

/** Calls about whom nobody may contact, and about what is kept out. */
export const SCREENING_CALLS: Readonly<Record<string, Make>> = {
  list_suppression_entries: none,
  add_suppression_entry: () => ({ body: entry() }),
  import_suppression_entries: () => ({ body: { lines: [fresh().email, 'nonsense'] } }),
  check_suppression: async ({ admin }) => {
    const body = entry();
    await made(admin, '/api/v1/suppression', body);
    return { body };
  },
  remove_suppression_entry: async ({ admin }) => ({
    params: { entryId: (await made(admin, '/api/v1/suppression', entry())).id },
  }),
  list_compliance: () => ({ query: 'resource=block-list' }),
  ...CHECK_CALLS,
  create_compliance_entry: () => ({ query: 'resource=block-list', body: entry() }),
  ...blockList('blocked_ip', 'blocked-ips', 'blockedIpId', () => ({ ipRange: fresh().ip })),
  ...blockList('blocked_caller_id', 'blocked-callerids', 'blockedCallerIdId', () => ({ phoneNumber: freshNumber() })),
  ...blockList('blocked_referrer', 'blocked-referrers', 'blockedReferrerId', () => ({ referrer: fresh().host })),
};

/** No two of a run are alike, and no lead of the tests has one. */
const freshNumber = (): string => `206${String(2_000_000 + (serial += 1)).slice(-7)}`;
