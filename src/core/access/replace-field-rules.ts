import { AppError, type Fault, invalid } from '../../kernel/app-error.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { type FieldRule, widened } from './domain/field-access.ts';
import { fieldRuleList, fieldRulesLock, fieldRulesReplace, type RuledBy } from './field-access-store.ts';

type Rule = Omit<FieldRule, 'role'>;

interface Known {
  /** Names of all fields that leads of the tenant may have. */
  readonly leadFields: ReadonlySet<string>;
  /** Whether any rule may become weaker; they may become stricter anyway. */
  readonly mayWiden: boolean;
}

/**
 * Puts rules in the place of all that a role had, and gives the names of the fields for which something changed. Throws
 * VALIDATION_ERROR for a field that is named twice, and for one that no lead has: it would narrow nothing, and somebody
 * would rely on it. Throws FORBIDDEN for a rule that becomes weaker where none may.
 */
export async function replaceFieldRules(
  tx: TenantWriter,
  of: RuledBy,
  rules: readonly Rule[],
  { leadFields, mayWiden }: Known,
): Promise<string[]> {
  const faults = rules.flatMap(({ field }, index) => faultsOf(field, index, { rules, leadFields }));
  if (faults.length > 0) throw invalid(faults);
  await fieldRulesLock(tx, of.role);
  const before = await fieldRuleList(tx, [of.role]);
  const weaker = mayWiden ? [] : widened(before, rules);
  if (weaker.length > 0) {
    const remedy = 'Leave these as strict as they are, or ask somebody whose role is whole';
    throw new AppError(
      'FORBIDDEN',
      `rules: Your own role does not see all of a lead. ${remedy}: ${weaker.join(', ')}.`,
    );
  }
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
