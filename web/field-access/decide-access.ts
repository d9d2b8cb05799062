import type { Access, KnownField, RuledRole } from './use-field-access.ts';

const STRICTEST_FIRST: readonly Access[] = ['hidden', 'masked', 'visible'];

/** How a whole class is named in rules. */
export const classRule = (phiClass: string): string => `class:${phiClass}`;

/** The extension of a phone is a field beside it: a rule for the phone binds it too. */
const EXTENSION = 'Extension';
const phoneOf = (name: string): string[] => (name.endsWith(EXTENSION) ? [name.slice(0, -EXTENSION.length)] : []);

/** What a role gets of a field, and what decided it. */
export interface Decided {
  readonly access: Access;
  readonly by: 'itself' | 'class' | 'base';
}

const strictness = ({ access }: Decided): number => STRICTEST_FIRST.indexOf(access);

/** The strictest of the rules for a field, for its classes, and of those of the role that a role is made of. */
export function decideAccess(role: RuledRole, field: KnownField, roles: readonly RuledRole[]): Decided {
  const base = roles.find((one) => one.role === role.baseRole);
  const own = (of: RuledRole | undefined, name: string): Access =>
    of?.rules.find((rule) => rule.field === name)?.access ?? 'visible';
  const names = [...phoneOf(field.name), ...field.classes.map(classRule)];
  const candidates: Decided[] = [
    { access: own(role, field.name), by: 'itself' },
    ...names.map((name): Decided => ({ access: own(role, name), by: 'class' })),
    ...[field.name, ...names].map((name): Decided => ({ access: own(base, name), by: 'base' })),
  ];
  return candidates.reduce((strictest, next) => (strictness(next) < strictness(strictest) ? next : strictest));
}
