import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { nameOfKey, personKeyOf } from './person-key.ts';

const tokenOf = (field: string, value: string): Buffer => createHash('sha256').update(`${field}/${value}`).digest();

/** Leads of a small town, so that many share an address or a phone, or both. */
const lead = fc
  .record({
    email: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    phone: fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }),
    zip: fc.constantFrom('x', 'y'),
  })
  .map((values) =>
    Object.entries(values).flatMap(([field, value]) =>
      value === undefined ? [] : [{ field, token: tokenOf(field, value) }],
    ),
  );

type Lead = ReturnType<typeof lead.generate>['value'];

/** Which leads are of one person, each group as a sorted text, when they come in this order. */
function peopleOf(leads: readonly Lead[], order: readonly number[]): string[] {
  const people = new Map<string, number[]>();
  for (const index of order) {
    const key = personKeyOf(leads[index] ?? []);
    if (!key) continue;
    people.set(nameOfKey(key), [...(people.get(nameOfKey(key)) ?? []), index]);
  }
  return [...people.values()].map((group) => group.toSorted((a, b) => a - b).join(',')).toSorted();
}

test('the people whom leads make do not depend on the order in which the leads come', () => {
  const shuffled = fc.array(lead, { maxLength: 12 }).chain((leads) => {
    const order = leads.map((_, index) => index);
    return fc.tuple(fc.constant(leads), fc.shuffledSubarray(order, { minLength: order.length }));
  });
  fc.assert(
    fc.property(shuffled, ([leads, order]) => {
      assert.deepEqual(
        peopleOf(leads, order),
        peopleOf(
          leads,
          leads.map((_, index) => index),
        ),
      );
    }),
  );
});

test('two leads with an e-mail each are of one person exactly if it is the same e-mail, whatever their phones', () => {
  const value = fc.constantFrom('a', 'b', 'c');
  fc.assert(
    fc.property(value, value, value, value, (email, phone, otherEmail, otherPhone) => {
      const key = (mail: string, number: string) =>
        personKeyOf([
          { field: 'phone', token: tokenOf('phone', number) },
          { field: 'email', token: tokenOf('email', mail) },
        ]);
      const [one, other] = [key(email, phone), key(otherEmail, otherPhone)];
      assert.ok(one && other);
      assert.equal(nameOfKey(one) === nameOfKey(other), email === otherEmail);
    }),
  );
});

test('a lead without e-mail is known by its phone, and one without both by nothing', () => {
  const phone = tokenOf('phone', '1');
  assert.deepEqual(personKeyOf([{ field: 'phone', token: phone }]), { field: 'phone', token: phone });
  assert.equal(personKeyOf([{ field: 'zip', token: tokenOf('zip', 'x') }]), undefined);
});
