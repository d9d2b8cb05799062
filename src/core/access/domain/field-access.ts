/** How much of a field a reader gets, strictest first. `hidden`: it does not appear, not even as empty. */
export const FIELD_ACCESS = ['hidden', 'masked', 'visible'] as const;
export type FieldAccess = (typeof FIELD_ACCESS)[number];

/**
 * What a tenant lets a role see of a field, or of a whole class of fields, written `class:contact`. The role is one of
 * the product's by its name, or one of the tenant's own by its id.
 */
export interface FieldRule {
  readonly role: string;
  readonly field: string;
  readonly access: FieldAccess;
}

/**
 * What a reader gets of a field. It is of one class, or of several where verticals give the name to different ones:
 * then the strictest counts.
 */
export type AccessTo = (field: string, ...phiClasses: readonly string[]) => FieldAccess;

/** Who reads, as far as rules go. */
export interface FieldReader {
  readonly role: string;
  /** The role of the tenant's own that narrows `role`, if any. */
  readonly customRoleId?: string | undefined;
  readonly piiAccess: boolean;
}

/** How a rule names a whole class. */
const classRule = (phiClass: string): string => `class:${phiClass}`;

/** The extension of a phone is a field beside it, `mobileExtension` of `mobile`: a rule for the phone binds it too. */
const EXTENSION = 'Extension';
const phoneOf = (field: string): readonly string[] =>
  field.endsWith(EXTENSION) ? [field.slice(0, -EXTENSION.length)] : [];

const strictest = (a: FieldAccess, b: FieldAccess): FieldAccess =>
  FIELD_ACCESS.indexOf(a) < FIELD_ACCESS.indexOf(b) ? a : b;

/**
 * What a reader gets of each field (minimum necessary, 45 CFR 164.502(b), 164.514(d)). The bound of the account or key
 * comes first: without the right to personal data nothing is more than masked. Of the rules for the field and for its
 * class, of the role and of the tenant's own role that is made of it, the strictest counts, so that a rule can only
 * narrow. Without rules, all that the bound allows.
 */
export function fieldAccess(reader: FieldReader, rules: readonly FieldRule[]): AccessTo {
  const bound: FieldAccess = reader.piiAccess ? 'visible' : 'masked';
  const byName = new Map<string, FieldAccess>();
  for (const { role, field, access } of rules)
    if (role === reader.role || role === reader.customRoleId)
      byName.set(field, strictest(access, byName.get(field) ?? 'visible'));
  return (field, ...phiClasses) =>
    [field, ...phoneOf(field), ...phiClasses.map(classRule)]
      .map((name) => byName.get(name) ?? 'visible')
      .reduce(strictest, bound);
}

/** Of which names rules become weaker by these in the place of those. */
export const widened = (
  before: readonly Omit<FieldRule, 'role'>[],
  after: readonly Omit<FieldRule, 'role'>[],
): string[] =>
  before
    .filter(({ field, access }) => {
      const next = after.find((rule) => rule.field === field)?.access ?? 'visible';
      return FIELD_ACCESS.indexOf(next) > FIELD_ACCESS.indexOf(access);
    })
    .map(({ field }) => field);

/** Narrows what a reader gets to some fields: the others stay hidden. */
export function onlyFields(names: Iterable<string>, accessTo: AccessTo = () => 'visible'): AccessTo {
  const wanted = new Set(names);
  return (field, ...phiClasses) => (wanted.has(field) ? accessTo(field, ...phiClasses) : 'hidden');
}

/** What a reader may look at on purpose, with a reason: what is masked too, and never what is hidden. */
export function behindMasks(accessTo: AccessTo): AccessTo {
  return (field, ...phiClasses) => (accessTo(field, ...phiClasses) === 'hidden' ? 'hidden' : 'visible');
}
