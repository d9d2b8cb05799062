import type { Static } from 'typebox';
import { explainWrite, requireSome } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { type Fault, notFound } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import type { FieldUse } from '../contracts/index.ts';
import { FIELD_RULES, type FieldOwner, refuseFaulty, siblingsIn, typeOf } from './add-field.ts';
import type { LeadField } from './domain/lead-field.ts';
import { fieldIsHeld, fieldLock, fieldRemove, type FieldRow, fieldUpdate } from './field-store.ts';
import { conflict, findFieldUses, refuseUsed } from './find-field-uses.ts';
import type { fieldUpdate as fieldUpdateBody } from './vertical-wire.ts';

type Body = Static<typeof fieldUpdateBody>;

/** What may be changed only while no lead can hold the field, since what leads hold was sealed by it. */
const SEALED_BY = { name: 'name', phiClass: 'phiClass', type: 'fieldType' } as const;

/**
 * Changes the given parts of a field. Name, type and class stay once a lead may hold the field: its value was sealed
 * under that name and class, and would be found under no other. Throws CONFLICT for that, for a new name while
 * something goes by the old one, and for an option taken away that a contract's filter asks for.
 */
export async function changeField(tx: TenantWriter, owner: FieldOwner, fieldId: string, body: Body): Promise<FieldRow> {
  requireSome(body, ['name', 'label', 'fieldType', 'type', 'phiClass', 'required', 'options', 'pingSafe', 'sortOrder']);
  const row = await requireField(tx, owner, fieldId);
  const before = row.definition;
  const definition = definitionAfter(before, body);
  const siblings = await siblingsIn(tx, owner);
  refuseFaulty(
    definition,
    siblings.filter((one) => one.id !== row.id),
  );
  const rewritten = (['name', 'phiClass', 'type'] as const).filter((part) => definition[part] !== before[part]);
  if (rewritten.length > 0 && (await fieldIsHeld(tx, row))) throw held(rewritten.map((part) => SEALED_BY[part]));
  const isRenamed = definition.name !== before.name;
  const lost = before.options?.filter((option) => definition.options?.includes(option) !== true) ?? [];
  if (isRenamed || lost.length > 0) {
    const uses = await findFieldUses(tx, row, verticalOf(owner));
    if (isRenamed) refuseUsed('name', uses);
    refuseLostOptions(lost, uses.contracts);
  }
  const sortOrder = body.sortOrder ?? row.sortOrder;
  return explainWrite(FIELD_RULES, () => fieldUpdate(tx, { id: row.id, definition, sortOrder }));
}

/**
 * Deletes a field that nothing goes by. What leads hold of it stays sealed under the class it had; posts that go on
 * sending it are told that nobody knows it.
 */
export async function deleteField(tx: TenantWriter, owner: FieldOwner, fieldId: string): Promise<FieldRow> {
  const row = await requireField(tx, owner, fieldId);
  refuseUsed('fieldId', await findFieldUses(tx, row, verticalOf(owner)));
  await fieldRemove(tx, row.id);
  return row;
}

async function requireField(tx: TenantWriter, owner: FieldOwner, fieldId: string): Promise<FieldRow> {
  const row = isId(fieldId) ? await fieldLock(tx, owner.id, fieldId) : undefined;
  if (!row) throw notFound();
  return row;
}

const verticalOf = (owner: FieldOwner): string | null => (owner.tier === 'vertical' ? owner.id : owner.verticalId);

function definitionAfter({ options: before, ...old }: LeadField, body: Body): LeadField {
  const type = typeOf(body) ?? old.type;
  const kept = type === old.type ? before : undefined;
  const options = body.options === undefined ? kept : (body.options ?? undefined);
  return {
    ...old,
    type,
    name: body.name ?? old.name,
    label: body.label ?? old.label,
    phiClass: body.phiClass ?? old.phiClass,
    required: body.required ?? old.required,
    pingSafe: body.pingSafe ?? old.pingSafe ?? false,
    ...(options === undefined ? {} : { options }),
  };
}

function held(fields: readonly string[]) {
  const message =
    'Leads may hold this field already, sealed under the name, type and class that it had when they came. ' +
    'Leave it as it is, and add another field for what comes next.';
  return conflict(fields.map((field): Fault => ({ field, rule: 'held_by_leads', message })));
}

/** Refuses to take away options that filters ask for: these contracts would get no lead any more. */
function refuseLostOptions(lost: readonly string[], contracts: readonly FieldUse[]): void {
  const asked = new Set(lost.map((option) => option.toLowerCase()));
  const using = contracts.filter(({ filters }) =>
    filters.some((filter) => {
      const values = 'values' in filter ? filter.values : 'value' in filter ? [filter.value] : [];
      return values.some((value) => asked.has(String(value).toLowerCase()));
    }),
  );
  if (using.length === 0) return;
  const names = using.map(({ name }) => name).join(', ');
  const message = `Contracts ask for an option that would be gone: ${names}. Change their filters first.`;
  throw conflict([{ field: 'options', rule: 'used_by_contracts', message }], using);
}
