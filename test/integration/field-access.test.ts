import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  FIELD_ACCESS_PATH,
  LICENSED,
  type Name,
  NAMES,
  type Reader,
  READERS,
  type ReadLead,
  type Rules,
  startReadLead,
  VALUES,
} from '../kit/read-lead.ts';
import { made, refused } from '../kit/refusals.ts';
import { verticalScene } from '../kit/scenes.ts';

let scene: ReadLead;
before(async () => {
  scene = await startReadLead();
});
after(() => scene.stop());

const CLASS_OF: Readonly<Record<Name, string>> = {
  firstName: 'identity',
  lastName: 'identity',
  email: 'contact',
  phone: 'contact',
  zipCode: 'contact',
  gender: 'identity',
  dateOfBirth: 'identity',
  sub1: 'other',
  treatment: 'health',
  referral: 'other',
};
const MASKED: Readonly<Partial<Record<Name, string>>> = {
  firstName: 'Q•••',
  lastName: 'Q•••',
  email: 'q•••@•••',
  phone: '(•••) •••-0142',
};
const mask = (name: Name): string => MASKED[name] ?? '•••';
/** Names that the list of leads shows. */
const LISTED: readonly Name[] = ['firstName', 'lastName', 'email', 'phone'];
const LIST = '/api/v1/leads';
const fieldsOf = (reader: Reader): readonly Name[] => (reader === 'buyer' ? LICENSED : NAMES);

/** The classes of the trail, for fields that are shown in clear. */
function classesOf(reader: Reader, shown: readonly Name[], whole: boolean): string[] {
  if (reader === 'buyer') return shown.some((name) => LICENSED.includes(name)) ? ['licensed'] : [];
  // The lead has more fields than these: the consent is of class other, its state is of class contact.
  const classes = [...shown.map((name) => CLASS_OF[name]), ...(whole ? ['other', 'contact'] : [])];
  return ['other', 'identity', 'contact', 'health'].filter((name) => classes.includes(name));
}

test('without rules, a key with access to personal data sees all of its own, and one without sees masks', async () => {
  for (const role of READERS) {
    const clear = await scene.seenBy(scene.keys[role], scene.path);
    const dark = await scene.seenBy(scene.blind[role], scene.path);
    for (const name of fieldsOf(role)) {
      assert.equal(clear.data.fields[name], VALUES[name], `${role}, ${name}`);
      assert.equal(dark.data.fields[name], mask(name), `${role}, ${name}`);
    }
    assert.deepEqual([clear.data.masked, clear.phi], [false, classesOf(role, NAMES, true)]);
    assert.deepEqual([dark.data.masked, dark.phi], [true, []]);
    const list = await scene.seenBy(scene.keys[role], LIST);
    assert.equal(list.data[0].firstName, VALUES.firstName);
    assert.deepEqual([list.data[0].masked, list.phi], [false, classesOf(role, LISTED, false)]);
  }
});

test('each role sees a field as its rule says, in the lead, in the list and in the trail', async () => {
  for (const role of READERS) {
    for (const name of fieldsOf(role)) {
      for (const access of ['hidden', 'masked', 'visible'] as const) {
        const what = `${role}, ${name} ${access}`;
        await scene.under(role, { [name]: access }, async () => {
          const rest = fieldsOf(role).filter((other) => access === 'visible' || other !== name);
          const lead = await scene.seenBy(scene.keys[role], scene.path);
          const list = await scene.seenBy(scene.keys[role], LIST);
          const expected = { hidden: undefined, masked: mask(name), visible: VALUES[name] }[access];
          assert.equal(lead.data.fields[name], expected, what);
          assert.equal(name in lead.data.fields, access !== 'hidden', what);
          if (LISTED.includes(name)) {
            assert.equal(lead.data[name], expected ?? null, what);
            assert.equal(list.data[0][name], expected ?? null, what);
          }
          for (const { text } of access === 'visible' ? [] : [lead, list])
            assert.ok(!text.includes(VALUES[name]), `${what}: ${text}`);
          assert.equal(lead.data.masked, access === 'masked', what);
          assert.deepEqual(lead.phi, classesOf(role, rest, role !== 'buyer'), what);
          const listed = rest.filter((other) => LISTED.includes(other));
          assert.deepEqual(list.phi, classesOf(role, listed, false), what);
          for (const other of rest.filter((one) => one !== name))
            assert.equal(lead.data.fields[other], VALUES[other], `${what}, ${other}`);
        });
      }
    }
  }
});

test('a rule for a class binds all its fields, and the stricter of two rules counts', async () => {
  await scene.under(
    'partner',
    { 'class:contact': 'hidden', 'class:identity': 'masked', firstName: 'visible' },
    async () => {
      const { data, text, phi } = await scene.seenBy(scene.keys.partner, scene.path);
      for (const name of NAMES) {
        const access = { contact: 'hidden', identity: 'masked' }[CLASS_OF[name]];
        assert.equal(
          data.fields[name],
          { hidden: undefined, masked: mask(name) }[access ?? ''] ?? (access ? undefined : VALUES[name]),
        );
      }
      assert.deepEqual([data.email, data.phone, data.state], [null, null, null]);
      assert.ok(!text.includes('TX') && !text.includes('example.com'), text);
      assert.deepEqual(phi, ['other', 'health']);
    },
  );
});

test('a rule opens nothing to a key without access to personal data', async () => {
  const rules = { 'class:identity': 'visible', 'class:contact': 'visible', email: 'visible', phone: 'hidden' } as const;
  for (const role of READERS) {
    await scene.under(role, rules, async () => {
      const { data, phi } = await scene.seenBy(scene.blind[role], scene.path);
      assert.deepEqual([data.firstName, data.email, data.phone], [mask('firstName'), mask('email'), null]);
      assert.deepEqual([data.masked, phi], [true, []]);
    });
  }
});

test('the state of a lead stands in clear for all, unless a rule says otherwise', async () => {
  assert.equal((await scene.seenBy(scene.blind.admin, scene.path)).data.state, 'TX');
  for (const [access, state] of Object.entries({ hidden: null, masked: '•••', visible: 'TX' }))
    await scene.under('admin', { state: access as 'hidden' }, async () => {
      const [one] = (await scene.seenBy(scene.blind.admin, LIST)).data;
      assert.equal(one.state, state);
    });
});

test('a class of which nothing would be shown is not opened', async () => {
  await scene.broken(['sealed_health', 'sealed_other'], () => scene.seenBy(scene.keys.admin, LIST));
  await scene.under('admin', { 'class:health': 'hidden' }, () =>
    scene.broken(['sealed_health'], () => scene.seenBy(scene.keys.admin, scene.path)),
  );
  await scene.under('admin', { treatment: 'hidden' }, () =>
    scene.broken(['sealed_health'], () => scene.seenBy(scene.keys.admin, scene.path)),
  );
  const people = { firstName: 'hidden', lastName: 'hidden', gender: 'hidden', dateOfBirth: 'hidden' } as const;
  await scene.under('admin', people, () =>
    scene.broken(['sealed_identity'], () => scene.seenBy(scene.keys.admin, scene.path)),
  );
  await scene.under('admin', { treatment: 'masked' }, async () => {
    const answer = await scene.broken(['sealed_health'], () => scene.keys.admin.get(scene.path));
    refused(answer, 500, 'INTERNAL_ERROR');
    assert.equal(scene.app.problems.splice(0).length, 1);
  });
  refused(await scene.broken(['sealed_health'], () => scene.keys.admin.get(scene.path)), 500, 'INTERNAL_ERROR');
  assert.equal(scene.app.problems.splice(0).length, 1);
});

test('what a buyer was given is not opened where nothing of it would be shown', async () => {
  const all = Object.fromEntries(LICENSED.map((name) => [name, 'hidden'])) as Rules;
  const read = (path: string) => scene.broken(['sealed_licensed'], () => scene.keys.buyer.get(path));
  await scene.under('buyer', all, async () => assert.equal((await read(scene.path)).status, 200));
  const listed = { firstName: 'hidden', 'class:contact': 'hidden' } as const;
  await scene.under('buyer', listed, async () => assert.equal((await read(LIST)).status, 200));
  refused(await read(LIST), 500, 'INTERNAL_ERROR');
  assert.equal(scene.app.problems.splice(0).length, 1);
});

test('a rule for a class binds what a buyer was given; of two verticals that differ, the stricter class', async () => {
  await scene.under('buyer', { 'class:health': 'masked', 'class:identity': 'hidden' }, async () => {
    const shown = async () => (await scene.seenBy(scene.keys.buyer, scene.path)).data.fields;
    const { email, phone, zipCode, referral } = VALUES;
    assert.deepEqual(await shown(), { email, phone, zipCode, treatment: '•••', referral });
    const { id } = await verticalScene(scene.admin);
    await made(scene.admin, `/api/v1/verticals/${id}/custom-fields`, { name: 'referral', fieldType: 'text' });
    assert.deepEqual(await shown(), { email, phone, zipCode, treatment: '•••', referral: '•••' });
    const own = (await scene.seenBy(scene.keys.partner, scene.path)).data.fields;
    assert.equal(own.referral, referral);
  });
});

test('a lead that cannot be opened stands in the trail as a failure, not as shown', async () => {
  const answer = await scene.broken(['sealed_contact'], () => scene.keys.admin.get(scene.path));
  const events = await scene.app.owner.query({
    text: 'SELECT outcome, phi_classes AS phi FROM audit_events WHERE request_id = $1',
    values: [answer.headers['x-request-id']],
  });
  assert.deepEqual(events, [{ outcome: 'failed', phi: [] }]);
  assert.equal(scene.app.problems.splice(0).length, 1);
});

test('rules bind neither another role nor another tenant', async () => {
  const everything = Object.fromEntries(
    ['identity', 'contact', 'health', 'other'].map((name) => [`class:${name}`, 'hidden']),
  );
  const other = (await scene.app.tenant('Another')).admin;
  for (const role of READERS) await scene.rule(role, everything as Rules, other);
  await scene.under('partner', everything as Rules, async () => {
    assert.deepEqual((await scene.seenBy(scene.keys.partner, scene.path)).data.fields, {});
    assert.equal((await scene.seenBy(scene.keys.admin, scene.path)).data.fields.treatment, VALUES.treatment);
    assert.equal((await scene.seenBy(scene.keys.buyer, scene.path)).data.fields.treatment, VALUES.treatment);
  });
  for (const role of READERS) assert.equal((await scene.seenBy(scene.keys[role], scene.path)).data.email, VALUES.email);
  assert.ok((await other.get(FIELD_ACCESS_PATH)).text.includes('class:health'));
  assert.ok(!(await scene.admin.get(FIELD_ACCESS_PATH)).text.includes('class:health'));
});

test('nothing failed in silence', () => assert.deepEqual(scene.app.problems, []));
