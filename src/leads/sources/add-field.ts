import type { Static } from 'typebox';
import { duplicate, explainWrite } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { checkFieldDefinition, GLOBAL_FIELDS } from '../intake/index.ts';
import type { LeadField } from './domain/lead-field.ts';
import { fieldInsert, type FieldRow, fieldsOfCampaign, fieldsOfVertical } from './field-store.ts';
import type { fieldCreate, fieldUpdate } from './vertical-wire.ts';

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
  const siblings = await siblingsIn(tx, owner);
  const definition = definitionOf(owner.tier, body);
  refuseFaulty(definition, siblings);
  const sortOrder = body.sortOrder ?? siblings.length;
  return explainWrite(FIELD_RULES, () => fieldInsert(tx, { id: newId(), ownerId: owner.id, definition, sortOrder }));
}

/** The fields beside which one of this owner stands: names must differ among them. */
export const siblingsIn = (tx: TenantWriter, owner: FieldOwner): Promise<FieldRow[]> =>
  owner.tier === 'vertical' ? fieldsOfVertical(tx, owner.id, true) : fieldsOfCampaign(tx, owner);

/** Throws VALIDATION_ERROR with every fault of a definition, DUPLICATE where only the name is taken. */
export function refuseFaulty(definition: LeadField, siblings: readonly FieldRow[]): void {
  const taken = [...GLOBAL_FIELDS, ...siblings.map((row) => row.definition)].map((field) => field.name);
  const faults = checkFieldDefinition(definition, taken);
  if (faults.length > 0)
    throw faults.every((fault) => fault.rule === 'name_taken') ? duplicate('name') : invalid(faults);
}

/** The type in either spelling; undefined where none is given. Throws VALIDATION_ERROR for two different ones. */
export function typeOf({ fieldType, type }: Pick<Static<typeof fieldUpdate>, 'fieldType' | 'type'>) {
  if (fieldType !== undefined && type !== undefined && type !== fieldType) throw saidTwice();
  return fieldType ?? type;
}

const saidTwice = () =>
  invalid([{ field: 'fieldType', rule: 'required', message: 'Send the type once, as fieldType.' }]);

/** A name that is taken after all, by somebody who was quicker. */
export const FIELD_RULES = { unique: { lead_fields_tenant_id_vertical_id_campaign_id_name_key: 'name' } };

function definitionOf(tier: FieldOwner['tier'], body: Static<typeof fieldCreate>): LeadField {
  const type = typeOf(body);
  if (type === undefined) throw saidTwice();
  return {
    name: body.name,
    label: body.label ?? body.name,
    tier,
    type,
    phiClass: body.phiClass ?? 'health',
    required: body.required ?? false,
    pingSafe: body.pingSafe ?? false,
    ...(body.options === undefined || body.options === null ? {} : { options: body.options }),
  };
}
