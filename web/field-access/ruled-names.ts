import { className, CLASSES } from '../fields/lead-field.ts';
import { roleTexts as t } from '../texts/permissions.ts';
import { roleName } from '../ui/words.ts';
import { classRule } from './decide-access.ts';
import type { KnownField, RuledRole } from './use-field-access.ts';

/** What a role is called, one of the product's or one of the organization's own. */
export const ruledRoleName = ({ role, name }: RuledRole): string => name ?? roleName(role);

/** Whole classes, as rows before the fields. */
export const CLASS_FIELDS: readonly KnownField[] = CLASSES.map((phiClass) => ({
  name: classRule(phiClass),
  label: t.classOf(className(phiClass)),
  classes: [],
}));

/** Classes, the fields of verticals, and what else rules name, such as fields of campaigns. */
export function allFields(known: readonly KnownField[], roles: readonly RuledRole[]): readonly KnownField[] {
  const fields = [...CLASS_FIELDS, ...known];
  const names = new Set(fields.map(({ name }) => name));
  const others = new Set(roles.flatMap(({ rules }) => rules.map(({ field }) => field)));
  for (const name of others) if (!names.has(name)) fields.push({ name, label: name, classes: [] });
  return fields;
}
