import { FIELDS, fileOf, IMPORTS_PATH, rowOf, uploadFile } from './lead-files.ts';
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

/** An import of the party that has come so far, begun by somebody of its own. */
async function freshImport(party: Party, state: 'uploading' | 'mapping' | 'running' | 'paused'): Promise<string> {
  const { client } = await party.person('admin');
  const { campaignId } = party.market;
  if (state === 'uploading') {
    const { id } = await made(client, IMPORTS_PATH, { campaignId });
    await client.put(`${IMPORTS_PATH}/${id}/pieces/0`, { content: PIECE });
    return id;
  }
  const id = await uploadFile(client, campaignId, fileOf([rowOf()]));
  if (state === 'mapping') return id;
  await client.post(`${IMPORTS_PATH}/${id}/start`, MAPPING);
  if (state === 'paused') await client.post(`${IMPORTS_PATH}/${id}/pause`);
  return id;
}

const PIECE = Buffer.from(fileOf([rowOf()])).toString('base64');
const MAPPING = { hasHeader: true, fields: FIELDS };

type ImportState = Parameters<typeof freshImport>[1];

/** A call on an import of the party that has come so far. */
const onImport =
  (state: ImportState, more: Omit<RouteCall, 'params'> & { readonly number?: string } = {}) =>
  async (party: Party): Promise<RouteCall> => {
    const { number, ...rest } = more;
    return { params: { importId: await freshImport(party, state), ...(number ? { number } : {}) }, ...rest };
  };

/** One call of each route of pings, sessions and imports. */
export const INTAKE_CALLS: Readonly<Record<string, (party: Party) => RouteCall | Promise<RouteCall>>> = {
  ping_lead: ({ campaignId }) => ({ body: { campaignId, state: 'TX', zipCode: '78701' } }),
  post_lead: async ({ market, keys }) => {
    const { pingId } = await made(keys.posting.client, '/api/v1/leads/ping', { state: 'TX' });
    return { body: { ...market.lead(), pingId } };
  },
  list_lead_sessions: () => ({}),
  create_session: ({ campaignId }) => ({ body: { campaignId } }),
  get_lead_session: async (party) => ({ params: { sessionKey: await freshSession(party) } }),
  update_lead_session: async (party) => ({
    params: { sessionKey: await freshSession(party) },
    body: { currentStep: 1 },
  }),
  submit_session: async (party) => ({ params: { sessionKey: await freshSession(party) }, body: fieldsOf(party) }),
  list_lead_imports: () => ({}),
  follow_lead_imports: () => ({}),
  create_lead_import: ({ campaignId }) => ({ body: { campaignId } }),
  get_lead_import: onImport('running'),
  put_lead_import_piece: onImport('uploading', { number: '0', body: { content: PIECE } }),
  finish_lead_import_file: onImport('uploading', { body: { pieces: 1 } }),
  list_lead_import_columns: onImport('mapping'),
  preview_lead_import: onImport('mapping'),
  start_lead_import: onImport('mapping', { body: MAPPING }),
  pause_lead_import: onImport('running'),
  resume_lead_import: onImport('paused'),
  list_lead_import_rows: onImport('running'),
  get_lead_import_report: onImport('running'),
  cancel_lead_import: onImport('running'),
  create_coreg_lead: async (party) => {
    const sessionKey = await freshSession(party, fieldsOf(party));
    await made(party.keys.posting.client, `/api/v1/sessions/${sessionKey}/submit`, {});
    return { params: { sessionKey }, body: { data: fieldsOf(party) } };
  },
};
