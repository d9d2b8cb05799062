import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  behindMasks,
  FIELD_ACCESS,
  type FieldAccess,
  fieldAccess,
  type FieldRule,
  onlyFields,
  widened,
} from './field-access.ts';

const rank = (access: FieldAccess): number => FIELD_ACCESS.indexOf(access);

const CLASSES = ['identity', 'contact', 'health', 'other'];
const FIELDS = ['firstName', 'email', 'phone', 'phoneExtension', 'treatment'];
const role = fc.constantFrom('admin', 'buyer', 'support');
const access = fc.constantFrom(...FIELD_ACCESS);
const field = fc.constantFrom(...FIELDS);
const phiClass = fc.constantFrom(...CLASSES);
const rule: fc.Arbitrary<FieldRule> = fc.record({
  role,
  field: fc.oneof(
    field,
    phiClass.map((name) => `class:${name}`),
  ),
  access,
});
const rules = fc.array(rule, { maxLength: 12 });
const reader = fc.record({ role, piiAccess: fc.boolean() });

test('rules only narrow what the account or key allows', () => {
  fc.assert(
    fc.property(reader, rules, field, phiClass, (who, given, name, part) => {
      const bound = fieldAccess(who, [])(name, part);
      assert.equal(bound, who.piiAccess ? 'visible' : 'masked');
      assert.ok(rank(fieldAccess(who, given)(name, part)) <= rank(bound));
    }),
  );
});

test('one more rule never shows more, and what is asked of more classes never either', () => {
  const asked = fc.record({ who: reader, given: rules, name: field, part: phiClass, second: phiClass });
  fc.assert(
    fc.property(asked, rule, ({ who, given, name, part, second }, more) => {
      const before = fieldAccess(who, given);
      assert.ok(rank(fieldAccess(who, [...given, more])(name, part)) <= rank(before(name, part)));
      assert.ok(rank(before(name, part, second)) <= rank(before(name, part)));
    }),
  );
});

test('the strictest of the rules for the field and for its class counts, in whatever order they stand', () => {
  fc.assert(
    fc.property(role, rules, field, phiClass, (of, given, name, part) => {
      const binding = given.filter(
        (one) => one.role === of && [name, `class:${part}`, name.replace(/Extension$/, '')].includes(one.field),
      );
      const wanted = Math.min(rank('visible'), ...binding.map((one) => rank(one.access)));
      const who = { role: of, piiAccess: true };
      assert.equal(rank(fieldAccess(who, given)(name, part)), wanted);
      assert.equal(rank(fieldAccess(who, given.toReversed())(name, part)), wanted);
    }),
  );
});

test('rules for other roles do nothing', () => {
  fc.assert(
    fc.property(reader, rules, field, phiClass, (who, given, name, part) => {
      const own = given.filter((one) => one.role === who.role);
      assert.equal(fieldAccess(who, given)(name, part), fieldAccess(who, own)(name, part));
    }),
  );
});

test('a role of the tenant’s own gets the stricter of its rule and of its base’s, and never more than its base', () => {
  const ruled = fc.record({ who: reader, given: rules, name: field, part: phiClass });
  const own = fc.array(
    rule.map((one) => ({ ...one, role: 'a-role' })),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(ruled, own, ({ who, given, name, part }, more) => {
      const custom = { ...who, customRoleId: 'a-role' };
      const all = [...given, ...more];
      const base = rank(fieldAccess(who, all)(name, part));
      const alone = rank(fieldAccess({ ...who, role: 'a-role' }, all)(name, part));
      assert.equal(rank(fieldAccess(custom, all)(name, part)), Math.min(base, alone));
      assert.equal(rank(fieldAccess(custom, given)(name, part)), base, 'without rules of its own it is its base');
      assert.equal(base, rank(fieldAccess(who, given)(name, part)), 'others of the base are not bound by them');
    }),
  );
});

test('a rule for a phone binds its extension, and one for the extension leaves the phone alone', () => {
  const who = { role: 'support', piiAccess: true };
  const hidden = (name: string) => fieldAccess(who, [{ role: 'support', field: name, access: 'hidden' }]);
  assert.equal(hidden('mobile')('mobileExtension', 'contact'), 'hidden');
  assert.equal(hidden('mobileExtension')('mobile', 'contact'), 'visible');
});

test('a surface of some fields shows no others, and looking behind masks never shows what is hidden', () => {
  const asked = fc.record({ who: reader, given: rules, wanted: fc.array(field) });
  fc.assert(
    fc.property(asked, field, phiClass, ({ who, given, wanted }, name, part) => {
      const all = fieldAccess(who, given);
      assert.equal(onlyFields(wanted, all)(name, part), wanted.includes(name) ? all(name, part) : 'hidden');
      assert.equal(behindMasks(all)(name, part), all(name, part) === 'hidden' ? 'hidden' : 'visible');
    }),
  );
});

test('rules are widened exactly where somebody could see more by them than by those before', () => {
  const plain = fc.uniqueArray(
    rule.filter((one) => !one.field.endsWith('Extension')).map((one) => ({ ...one, role: 'admin' })),
    { maxLength: 12, selector: (one) => one.field },
  );
  const asked = ({ field: name }: FieldRule): [string, ...string[]] =>
    name.startsWith('class:') ? ['without rules', name.slice('class:'.length)] : [name];
  fc.assert(
    fc.property(plain, plain, (before, after) => {
      const [was, is] = [before, after].map((given) => fieldAccess({ role: 'admin', piiAccess: true }, given));
      assert.ok(was && is);
      const more = before.filter((one) => rank(is(...asked(one))) > rank(was(...asked(one))));
      assert.deepEqual(
        widened(before, after),
        more.map((one) => one.field),
      );
    }),
  );
});
