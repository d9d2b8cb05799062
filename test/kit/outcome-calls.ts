import { freshContract, freshGroup, slug } from './fresh-rows.ts';
import type { Party } from './parties.ts';
import { made } from './refusals.ts';
import type { RouteCall } from './route-call.ts';

type Make = (party: Party) => RouteCall | Promise<RouteCall>;

const CODE = { label: 'Left a message', category: 'working' };
const groupPath = (groupId: string): string => `/api/admin/vertical-groups/${groupId}/dispositions`;

const ofGroup =
  (body?: object): Make =>
  async (party) => ({
    params: { verticalGroupId: await freshGroup(party) },
    ...(body ? { body: { ...body } } : {}),
  });
const ofCode =
  (body?: object): Make =>
  async (party) => {
    const verticalGroupId = await freshGroup(party);
    const { id: dispId } = await made(party.admin, groupPath(verticalGroupId), CODE);
    return { params: { verticalGroupId, dispId }, ...(body ? { body: { ...body } } : {}) };
  };

/** A word that a new contract of the party has. */
async function wordOf(party: Party): Promise<{ readonly contractId: string; readonly id: string }> {
  const contractId = await freshContract(party);
  const path = `/api/admin/contracts/${contractId}/dispositions`;
  return { contractId, id: (await made(party.admin, path, { externalCode: 'call_back' })).id };
}

/** Calls of what may become of leads: codes of groups, and what contracts call them. */
export const OUTCOME_CALLS: Readonly<Record<string, Make>> = {
  list_vertical_group_dispositions: ofGroup(),
  create_vertical_group_disposition: ofGroup(CODE),
  update_vertical_group_disposition: ofCode({ triggersReturn: true }),
  delete_vertical_group_disposition: ofCode(),
  clone_vertical_group_dispositions: async (party) => {
    const { id: sourceGroupId } = await made(party.admin, '/api/admin/vertical-groups', { name: slug() });
    await made(party.admin, groupPath(sourceGroupId), CODE);
    return { params: { verticalGroupId: await freshGroup(party) }, body: { sourceGroupId } };
  },
  reorder_vertical_group_dispositions: async (party) => {
    const verticalGroupId = await freshGroup(party);
    const { id } = await made(party.admin, groupPath(verticalGroupId), CODE);
    return { params: { verticalGroupId }, body: { items: [{ id, sortOrder: 3 }] } };
  },
  get_contract_dispositions: ({ contractId }) => ({ params: { contractId } }),
  create_contract_disposition: async (party) => {
    const groupId = await freshGroup(party);
    const { id: verticalGroupDispositionId } = await made(party.admin, groupPath(groupId), CODE);
    const contractId = await freshContract(party);
    return { params: { contractId }, body: { externalCode: 'no_answer', verticalGroupDispositionId } };
  },
  update_contract_disposition: async (party) => {
    const { contractId, id } = await wordOf(party);
    return { params: { contractId }, body: { id, externalLabel: 'Call back' } };
  },
  delete_contract_disposition: async (party) => {
    const { contractId, id } = await wordOf(party);
    return { params: { contractId }, query: `overrideId=${id}` };
  },
  populate_contract_dispositions: async (party) => {
    await freshGroup(party);
    return { params: { contractId: await freshContract(party) } };
  },
};
