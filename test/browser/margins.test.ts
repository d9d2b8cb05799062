import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lookOver } from '../kit/look-over.ts';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';

let portals: Portals;
let visit: SignedVisit;
before(async () => {
  portals = await openPortals();
  visit = await portals.visit('owner');
});
after(async () => {
  await portals.stop();
  assert.deepEqual(visit.faults, []);
  assert.deepEqual(portals.app.problems, []);
});

test('an offer keeps a share by price and a least margin, after it was said what changes', async () => {
  const { page } = visit;
  const { offerId } = portals.market;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await visit.open(`/admin/offers/${offerId}`);
  await page.getByText('As the campaigns pay').waitFor();
  await button('Edit: About').click();
  await page.getByRole('radio', { name: 'By price' }).check();
  await button('Save').click();
  await page.getByText('Add at least one band.').waitFor();
  const bands = [
    ['0', '5'],
    ['50', '20 percent'],
  ] as const;
  for (const [index, [from, keep]] of bands.entries()) {
    await button('Add a band').click();
    const band = page.getByRole('group', { name: `Band ${index + 1}` });
    await band.getByRole('textbox', { name: 'From a price of' }).fill(from);
    await band.getByRole('textbox', { name: 'Keep' }).fill(keep);
  }
  await page.getByRole('textbox', { name: 'Least margin' }).fill('3');
  await button('Save').click();
  await page.getByText('Band 2: Write an amount such as 5.00').waitFor();
  await page.getByRole('group', { name: 'Band 2' }).getByRole('textbox', { name: 'Keep' }).fill('20%');
  assert.deepEqual(await lookOver(page, 'offer-margin'), []);
  await button('Save').click();
  const changes = page.getByRole('dialog', { name: 'What changes' });
  await changes.getByText('from $0.00: $5.00; from $50.00: 20%').waitFor();
  await changes.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The offer is saved').waitFor();
  await page.getByText('from $0.00: $5.00; from $50.00: 20%').waitFor();
  const { data } = (await portals.admin.get(`/api/v1/offers/${offerId}`)).json;
  assert.deepEqual(
    [data.margin, data.minMargin],
    [
      {
        type: 'bands',
        bands: [
          { from: '0.00', amount: '5.00' },
          { from: '50.00', percent: '20.00' },
        ],
      },
      '3.00',
    ],
  );
});
