import { Type } from 'typebox';
import { defineRoute, idSchema, one, requireRow, type Route } from '../../core/gate/index.ts';
import type { Permission } from '../../core/access/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import type { FieldOwner } from './add-field.ts';
import { campaignRecords } from './campaign-store.ts';
import { changeField, deleteField } from './change-field.ts';
import { showField } from './show-field.ts';
import { verticalRecords } from './vertical-store.ts';
import { fieldItem, fieldUpdate } from './vertical-wire.ts';

const ownRef = Type.String({ description: 'The id, or the display number.' });

/** Whose fields are changed: those of verticals, or those of campaigns. */
interface Owners {
  readonly name: 'vertical' | 'campaign';
  readonly path: string;
  readonly permission: Permission;
  readonly params: Record<string, typeof ownRef>;
  find(tx: TenantWriter, params: Readonly<Record<string, string>>): Promise<FieldOwner>;
}

const OF_VERTICALS: Owners = {
  name: 'vertical',
  path: '/api/v1/verticals/:verticalId/custom-fields/:fieldId',
  permission: 'verticals:write',
  params: { verticalId: idSchema },
  async find(tx, { verticalId = '' }) {
    const { id } = await requireRow({ records: verticalRecords }, tx, verticalId);
    return { tier: 'vertical', id };
  },
};

const OF_CAMPAIGNS: Owners = {
  name: 'campaign',
  path: '/api/v1/campaigns/:campaignId/custom-fields/:fieldId',
  permission: 'campaigns:write',
  params: { campaignId: ownRef },
  async find(tx, { campaignId = '' }) {
    const { id, verticalId } = await requireRow({ records: campaignRecords, byNumber: true }, tx, campaignId);
    return { tier: 'campaign', id, verticalId };
  },
};

/** What becomes of fields that are there: of verticals, and of campaigns. */
export const fieldChangeRoutes = (): Route[] =>
  [OF_VERTICALS, OF_CAMPAIGNS].flatMap((owners) => [changeRoute(owners), deleteRoute(owners)]);

function changeRoute(owners: Owners): Route {
  const { name, path, permission } = owners;
  return defineRoute({
    id: `update_${name}_custom_field`,
    method: 'PATCH',
    path,
    tag: `${name}s`,
    summary: `Change a field of the ${name}; its name, type and class only while no lead can hold it.`,
    permission,
    audit: { action: `${name}.change_field`, entity: name },
    params: Type.Object({ ...owners.params, fieldId: idSchema }),
    body: fieldUpdate,
    response: one(fieldItem),
    async handle({ tx, params, body }) {
      const owner = await owners.find(tx, params);
      const { definition, ...place } = await changeField(tx, owner, params.fieldId, body);
      return {
        answer: { data: showField(definition, place) },
        touched: [owner.id, place.id],
        detail: { field: definition.name, fields: Object.keys(body) },
      };
    },
  });
}

function deleteRoute(owners: Owners): Route {
  const { name, path, permission } = owners;
  return defineRoute({
    id: `delete_${name}_custom_field`,
    method: 'DELETE',
    path,
    tag: `${name}s`,
    summary: `Delete a field of the ${name} that no contract, rule or look for duplicates goes by.`,
    permission,
    audit: { action: `${name}.delete_field`, entity: name },
    params: Type.Object({ ...owners.params, fieldId: idSchema }),
    response: one(Type.Object({ success: Type.Boolean(), id: idSchema })),
    async handle({ tx, params }) {
      const owner = await owners.find(tx, params);
      const { id, definition } = await deleteField(tx, owner, params.fieldId);
      return {
        answer: { data: { success: true, id } },
        touched: [owner.id, id],
        detail: { field: definition.name },
      };
    },
  });
}
