import type { Static } from 'typebox';
import { duplicate, explainWrite } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { checkFieldDefinition, GLOBAL_FIELDS } from '../intake/index.ts';
import type { LeadField } from './domain/lead-field.ts';
import { fieldInsert, type FieldRow, fieldsOfCampaign, fieldsOfVertical } from './field-store.ts';
import type { fieldCreate } from './vertical-wire.ts';

/** What a field is added to: a vertical, or one campaign of it. */
export type FieldOwner =
  | { readonly tier: 'vertical'; readonly id: string }
  | { readonly tier: 'campaign'; readonly id: string; readonly verticalId: string | null };

/**
 * Adds a field to a vertical or a campaign, as the lead schema allows it. Throws VALIDATION_ERROR with every fault,
 * DUPLICATE where only the name is taken. Without a PHI class it counts as health data.
 */
export async function addField(
  tx: TenantWriter,
  owner: FieldOwner,
  body: Static<typeof fieldCreate>,
): Promise<FieldRow> {
  const siblings =
    owner.tier === 'vertical' ? await fieldsOfVertical(tx, owner.id, true) : await fieldsOfCampaign(tx, owner);
  const definition = definitionOf(owner.tier, body);
  const taken = [...GLOBAL_FIELDS, ...siblings.map((row) => row.definition)].map((field) => field.name);
  const faults = checkFieldDefinition(definition, taken);
  if (faults.length > 0)
    throw faults.every((fault) => fault.rule === 'name_taken') ? duplicate('name') : invalid(faults);
  const sortOrder = body.sortOrder ?? siblings.length;
  const rules = { unique: { [NAME_ONCE]: 'name' } };
  return explainWrite(rules, () => fieldInsert(tx, { id: newId(), ownerId: owner.id, definition, sortOrder }));
}

const NAME_ONCE = 'lead_fields_tenant_id_vertical_id_campaign_id_name_key';

function definitionOf(tier: FieldOwner['tier'], body: Static<typeof fieldCreate>): LeadField {
  const type = body.fieldType ?? body.type;
  if (type === undefined || (body.type !== undefined && body.type !== type)) {
    throw invalid([{ field: 'fieldType', rule: 'required', message: 'Send the type once, as fieldType.' }]);
  }
  return {
    name: body.name,
    label: body.label ?? body.name,
    tier,
    type,
    phiClass: body.phiClass ?? 'health',
    required: body.required ?? false,
    ...(body.options === undefined || body.options === null ? {} : { options: body.options }),
  };
}
