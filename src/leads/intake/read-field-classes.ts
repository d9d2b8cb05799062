import type { PhiClass } from '../../core/access/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { fieldsOfTenant, fieldsOfVertical } from '../sources/index.ts';
import { DEFAULT_PHI_CLASS, extensionFieldOf, type FieldDefinition } from './domain/fields.ts';
import { GLOBAL_FIELDS } from './domain/global-fields.ts';

/** The classes of each field by its name: more than one where verticals differ. */
export type FieldClasses = ReadonlyMap<string, readonly PhiClass[]>;

/** The classes of the fields that leads may have: all of the tenant's, or those of one lead. */
export async function readFieldClasses(
  tx: TenantReader,
  lead?: { readonly verticalId: string; readonly campaignId: string },
): Promise<FieldClasses> {
  const rows = lead ? await fieldsOfVertical(tx, lead.verticalId, true) : await fieldsOfTenant(tx);
  const own = rows.filter((row) => !lead || row.campaignId === null || row.campaignId === lead.campaignId);
  return classesOf([...GLOBAL_FIELDS, ...own.map((row) => row.definition)]);
}

type Classified = Pick<FieldDefinition, 'name' | 'type' | 'phiClass'>;

function classesOf(definitions: readonly Classified[]): FieldClasses {
  const classes = new Map<string, Set<PhiClass>>();
  const add = (name: string, phiClass: PhiClass) => classes.set(name, (classes.get(name) ?? new Set()).add(phiClass));
  for (const { name, type, phiClass } of definitions) {
    add(name, phiClass);
    if (type === 'phone') add(extensionFieldOf(name), phiClass);
  }
  return new Map([...classes].map(([name, found]) => [name, [...found]]));
}

/** The classes of the fields that leads of a vertical may have, those of its campaigns included. */
export const classesOfVertical = (rows: readonly { readonly definition: Classified }[]): FieldClasses =>
  classesOf([...GLOBAL_FIELDS, ...rows.map((row) => row.definition)]);

/** The classes of the global fields, which every lead may have. */
export const GLOBAL_CLASSES: FieldClasses = classesOf(GLOBAL_FIELDS);

/** The classes of a field; of one that nobody defined, the one that fewest may open. */
export const classesIn = (classes: FieldClasses, field: string): readonly PhiClass[] =>
  classes.get(field) ?? [DEFAULT_PHI_CLASS];

/** The names of all fields that leads of the tenant may have. */
export async function leadFieldNames(tx: TenantReader): Promise<ReadonlySet<string>> {
  return new Set((await readFieldClasses(tx)).keys());
}
