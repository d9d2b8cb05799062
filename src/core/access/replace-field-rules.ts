import { type Fault, invalid } from '../../kernel/app-error.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import type { FieldRule } from './domain/field-access.ts';
import { fieldRuleList, fieldRulesLock, fieldRulesReplace, type RuledBy } from './field-access-store.ts';

type Rule = Omit<FieldRule, 'role'>;

/**
 * Puts rules in the place of all that a role had, and gives the names of the fields for which something changed. Throws
 * VALIDATION_ERROR for a field that is named twice, and for one that no lead has: it would narrow nothing, and somebody
 * would rely on it.
 */
export async function replaceFieldRules(
  tx: TenantWriter,
  of: RuledBy,
  rules: readonly Rule[],
  leadFields: ReadonlySet<string>,
): Promise<string[]> {
  const faults = rules.flatMap(({ field }, index) => faultsOf(field, index, { rules, leadFields }));
  if (faults.length > 0) throw invalid(faults);
  await fieldRulesLock(tx, of.role);
  const before = await fieldRuleList(tx, [of.role]);
  await fieldRulesReplace(tx, of, rules);
  return changedFields(before, rules);
}

function faultsOf(
  field: string,
  index: number,
  known: { readonly rules: readonly Rule[]; readonly leadFields: ReadonlySet<string> },
): Fault[] {
  const path = `rules.${index}.field`;
  if (known.rules.findIndex((rule) => rule.field === field) < index)
    return [{ field: path, rule: 'twice', message: `Names ${field} a second time. Keep one rule for it.` }];
  if (field.startsWith('class:') || known.leadFields.has(field)) return [];
  const message = 'No field of a lead has this name. Use one of a vertical, or a class such as class:health.';
  return [{ field: path, rule: 'unknown_field', message }];
}

function changedFields(before: readonly Rule[], after: readonly Rule[]): string[] {
  const was = new Map(before.map(({ field, access }) => [field, access]));
  const is = new Map(after.map(({ field, access }) => [field, access]));
  return [...new Set([...was.keys(), ...is.keys()])].filter((field) => was.get(field) !== is.get(field)).toSorted();
}
