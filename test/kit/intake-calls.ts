import type { RouteCall } from './route-call.ts';
import type { Party } from './parties.ts';
import { made } from './refusals.ts';

/** A session of the party, as its posting key began it. */
async function freshSession({ market, keys }: Party, data: object = {}): Promise<string> {
  const { campaignId } = market;
  return (await made(keys.posting.client, '/api/v1/sessions', { campaignId, data })).sessionKey;
}

const fieldsOf = ({ market }: Party): Record<string, unknown> => {
  const { campaignId: _campaignId, ...fields } = market.lead();
  return fields;
};

/** One call of each route of sessions. */
export const INTAKE_CALLS: Readonly<Record<string, (party: Party) => RouteCall | Promise<RouteCall>>> = {
  list_lead_sessions: () => ({}),
  create_session: ({ campaignId }) => ({ body: { campaignId } }),
  get_lead_session: async (party) => ({ params: { sessionKey: await freshSession(party) } }),
  update_lead_session: async (party) => ({
    params: { sessionKey: await freshSession(party) },
    body: { currentStep: 1 },
  }),
  submit_session: async (party) => ({ params: { sessionKey: await freshSession(party) }, body: fieldsOf(party) }),
  create_coreg_lead: async (party) => {
    const sessionKey = await freshSession(party, fieldsOf(party));
    await made(party.keys.posting.client, `/api/v1/sessions/${sessionKey}/submit`, {});
    return { params: { sessionKey }, body: { data: fieldsOf(party) } };
  },
};
