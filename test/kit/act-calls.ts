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
  bulk_lead_action: async (party) => ({ body: { leadIds: [await freshUnsold(party)], action: 'scrub' } }),
  add_lead_note: ({ leadId }) => ({ params: { leadId }, body: { content: 'Called.' } }),
  list_lead_notes: ({ leadId }) => ({ params: { leadId } }),
};
