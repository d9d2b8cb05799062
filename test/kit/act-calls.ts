import type { RouteCall } from './route-call.ts';
import type { Party } from './parties.ts';

type Make = (party: Party) => RouteCall | Promise<RouteCall>;

/** A lead that its buyer refused, or took. */
const freshPost = async ({ market }: Party, behaviour: 'accept' | 'reject'): Promise<string> => {
  const simulator = market.buyers[0]?.simulator;
  simulator?.control({ behaviour });
  const answer = await market.post();
  simulator?.control({ behaviour: 'reject' });
  return String(answer.json.leadId);
};
/** A code that was not said last, whatever was. */
const freshCode = (): string => `step_${String.fromCodePoint(97 + ((steps += 1) % 26))}`;
let steps = 0;

const saleOf = async ({ admin, leadId }: Party): Promise<string> => {
  const waterfall = await admin.get(`/api/v1/leads/${leadId}/distributions`);
  return String(waterfall.json.data[0].saleId);
};
const freshUnsold = (party: Party) => freshPost(party, 'reject');
const freshSold = (party: Party) => freshPost(party, 'accept');

/** Calls of what people do with leads by hand. */
export const ACT_CALLS: Readonly<Record<string, Make>> = {
  cherry_pick_lead: async (party) => ({
    params: { leadId: await freshUnsold(party) },
    body: { contractId: party.contractId },
  }),
  distribute_lead: async (party) => ({ params: { leadId: await freshUnsold(party) }, body: { mode: 'all' } }),
  return_lead: async (party) => ({ params: { leadId: await freshSold(party) }, body: { reason: 'bad_data' } }),
  scrub_lead: async (party) => ({ params: { leadId: await freshUnsold(party) }, body: {} }),
  adjust_lead_payout: async (party) => ({
    params: { leadId: await freshSold(party) },
    body: { newPrice: '12.50', reason: 'As agreed.' },
  }),
  list_lead_dispositions: ({ leadId }) => ({ params: { leadId } }),
  get_lead_crm_statuses: ({ leadId }) => ({ params: { leadId } }),
  update_lead_crm_status: ({ leadId, buyerId }) => ({ params: { leadId }, body: { buyerId, status: freshCode() } }),
  handle_postback: async (party) => ({ query: `saleId=${await saleOf(party)}&disposition=${freshCode()}` }),
  handle_postback_post: async (party) => ({ query: `saleId=${await saleOf(party)}&disposition=${freshCode()}` }),
  bulk_lead_action: async (party) => ({ body: { leadIds: [await freshUnsold(party)], action: 'scrub' } }),
  add_lead_note: ({ leadId }) => ({ params: { leadId }, body: { content: 'Called.' } }),
  list_lead_notes: ({ leadId }) => ({ params: { leadId } }),
};
