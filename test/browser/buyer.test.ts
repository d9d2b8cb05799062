import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mailsTo, tokenMailedTo } from '../kit/browser-client.ts';
import { personOf } from '../kit/people.ts';
import { atRest, beSignedIn, openPortals, type Portals } from '../kit/portals.ts';
import { assertUnheard, bodiesOf } from '../kit/seen-values.ts';
import { PASSWORD } from '../kit/sign-in.ts';

let portals: Portals;
/** Sold to the first buyer. */
let leadId: string;
/** Sold to the second one, so that the first must hear nothing of it. */
let othersId: string;
before(async () => {
  portals = await openPortals();
  ({ leadId, othersId } = await sellBoth());
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

/** What the contracts of the market license, and two fields that they do not. */
const OWN = { firstName: 'Ottoline', lastName: 'Quillfeather' };
const UNLICENSED = { dateOfBirth: '1961-07-19', city: 'Quillport' };
const OTHERS = { firstName: 'Thaddeus', lastName: 'Winterbourne', email: 'thaddeus@winterbourne.example' };
const ELSEWHERE = { state: 'NY', zipCode: '10001' };

const buyer = (index: number) => portals.market.buyers[index] ?? assert.fail('no such buyer');

/** Sells a lead to each buyer. */
async function sellBoth(): Promise<{ readonly leadId: string; readonly othersId: string }> {
  const { market } = portals;
  const own = await market.post(market.lead({ ...OWN, ...UNLICENSED }));
  const others = await market.post(market.lead({ ...OTHERS, ...ELSEWHERE }));
  assert.deepEqual([own.json.result, others.json.result], ['success', 'success'], own.text + others.text);
  assert.ok(
    buyer(1)
      .simulator.received()
      .some(({ body }) => JSON.stringify(body).includes(OTHERS.lastName)),
  );
  return { leadId: own.json.leadId, othersId: others.json.leadId };
}

test('a buyer signs in, finds the delivered lead, shows its fields for a minute, and sees the contract', async () => {
  const email = 'bea@buyer.example';
  const contact = { email, firstName: 'Bea', entityType: 'buyer', entityId: buyer(0).buyerId, piiAccess: true };
  const invited = await portals.admin.post('/api/v1/contacts', contact);
  assert.equal(invited.status, 200, invited.text);
  const visit = await portals.stranger();
  const { page } = visit;
  await visit.open(`/setup/${await tokenMailedTo(portals.app, email, 'setup')}`);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.waitForURL((url) => url.pathname === '/buyer');

  await page.getByRole('link', { name: 'Leads', exact: true }).click();
  await page
    .getByRole('button', { name: `Open Lead ${leadId.slice(-12)} of` })
    .first()
    .click();
  await page.getByRole('link', { name: 'Open the whole page' }).click();
  await page.waitForURL((url) => url.pathname === `/buyer/leads/${leadId}`);
  await page.getByText('O•••', { exact: true }).waitFor();
  await assertUnheard(visit, { ...OWN, ...UNLICENSED, ...OTHERS, othersId });

  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText(OWN.lastName).waitFor();
  await page.getByText('Shown and recorded').waitFor();
  assert.ok(!(await page.title()).includes(OWN.lastName) && !page.url().includes(OWN.lastName));
  await page.getByRole('button', { name: 'Mask now' }).click();
  await page.getByText(OWN.lastName).waitFor({ state: 'detached' });
  const trail = await portals.admin.get(`/api/v1/audit-logs?entityId=${leadId}&action=lead.read`);
  assert.ok(
    trail.json.data.some((event: { phiClasses: string[] }) => event.phiClasses.length > 0),
    trail.text,
  );

  await page.getByRole('link', { name: /^Contract \d/ }).click();
  await page.getByText('Buys leads as soon as they fit').waitFor();
  await page.getByRole('heading', { name: 'What do you get?' }).waitFor();
  await page.getByRole('link', { name: 'Deliveries through this contract' }).click();
  await atRest(page);
  await assertUnheard(visit, { ...UNLICENSED, ...OTHERS, othersId, partnerId: portals.market.partnerId });
  assert.ok(
    (await bodiesOf(visit)).some((body) => body.includes(`"leadId":"${leadId}"`)),
    'the delivery is there',
  );
  await visit.close();
});

test('a buyer without access to personal data is offered none', async () => {
  const { app, tenantId } = portals;
  const person = await personOf(app, { tenantId, role: 'buyer', buyerId: buyer(0).buyerId, piiAccess: false });
  const visit = await portals.stranger();
  await beSignedIn(app, visit, person);
  await visit.open('/buyer/leads?columns=received,name,phone,email,state');
  await visit.open(`/buyer/leads/${leadId}`);
  await visit.page.getByRole('heading', { name: 'What you got' }).waitFor();
  assert.equal(await visit.page.getByRole('button', { name: 'Show', exact: true }).count(), 0);
  await assertUnheard(visit, { ...OWN, ...UNLICENSED });
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

test('a buyer invites a colleague with fewer rights, and switches the account off again', async () => {
  const visit = await portals.visit('buyer');
  const { page } = visit;
  await visit.open('/buyer/settings/users');
  await page.getByRole('button', { name: 'Invite a colleague' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail address').fill('cole@buyer.example');
  await dialog.getByLabel('First name').fill('Cole');
  await dialog.getByLabel('May only read').check();
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('The invitation is sent').waitFor();
  assert.equal((await mailsTo(portals.app, 'cole@buyer.example')).length, 1);
  await page.getByRole('cell', { name: 'Read, personal data masked' }).waitFor();

  await page.getByRole('button', { name: 'Switch off Cole' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Switch off Cole' }).click();
  await page.getByText('The account is switched off').waitFor();
  await page.getByText('Inactive').waitFor();
  assert.deepEqual(visit.faults, []);
  await visit.close();
});
