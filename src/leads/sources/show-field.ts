import { GLOBAL_FIELDS } from '../intake/index.ts';
import type { LeadField } from './domain/lead-field.ts';
import type { FieldRow } from './field-store.ts';

/** A field as answers show it. */
export const showField = (definition: LeadField, place: { id: string | null; sortOrder: number }) => ({
  id: place.id,
  name: definition.name,
  label: definition.label,
  tier: definition.tier,
  type: definition.type,
  fieldType: definition.type,
  phiClass: definition.phiClass,
  required: definition.required,
  pingSafe: definition.pingSafe ?? false,
  options: definition.options ? [...definition.options] : null,
  sortOrder: place.sortOrder,
});

/** The global fields, then the given ones. */
export const showAllFields = (rows: readonly FieldRow[]) => [
  ...GLOBAL_FIELDS.map((definition, index) => showField(definition, { id: null, sortOrder: index })),
  ...rows.map((row) => showField(row.definition, row)),
];
