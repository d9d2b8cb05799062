import type { Party } from './parties.ts';
import type { RouteCall } from './route-call.ts';

type Make = (party: Party) => RouteCall | Promise<RouteCall>;

/** The person of the lead that the party has. */
async function personOf({ admin, leadId }: Party): Promise<string> {
  const { json } = await admin.get('/api/v1/people?limit=1000');
  for (const { id } of json.data as { id: string }[]) {
    const leads = await admin.get(`/api/v1/people/${id}/leads`);
    if ((leads.json.data as { id: string }[]).some((lead) => lead.id === leadId)) return id;
  }
  throw new Error('the lead of the party has no person');
}

/** A person of whom nobody knew before. */
async function freshPerson(party: Party): Promise<string> {
  await party.market.post();
  const { json } = await party.admin.get('/api/v1/people?limit=1');
  return json.data[0].id;
}

const ofPerson = async (party: Party): Promise<RouteCall> => ({ params: { personId: await personOf(party) } });

let written = 0;

/** Calls about people. */
export const PEOPLE_CALLS: Readonly<Record<string, Make>> = {
  list_people: () => ({}),
  list_people_by_vertical: ({ verticalId }) => ({ query: `verticalId=${verticalId}` }),
  create_person: () => {
    written += 1;
    return { body: { firstName: 'Avery', email: `written.${written}@example.com`, tags: ['call back'] } };
  },
  find_people: async (party) => ({ body: { personId: await personOf(party) } }),
  get_person: ofPerson,
  update_person: async (party) => ({ params: { personId: await freshPerson(party) }, body: { tags: ['regular'] } }),
  list_person_leads: ofPerson,
  list_person_sales: ofPerson,
  get_person_timeline: ofPerson,
  list_person_notes: ofPerson,
  add_person_note: async (party) => ({ ...(await ofPerson(party)), body: { content: 'Called.' } }),
  get_person_merge_suggestions: ofPerson,
  merge_person: async (party) => ({
    params: { personId: await freshPerson(party) },
    body: { mergePersonId: await freshPerson(party), reason: 'The same human.' },
  }),
  list_buyer_people: () => ({}),
  get_buyer_person: ofPerson,
  list_partner_people: () => ({}),
  get_partner_person: ofPerson,
  get_partner_person_timeline: ofPerson,
  list_partner_person_offers: ofPerson,
  backfill_person_records: () => ({}),
};
