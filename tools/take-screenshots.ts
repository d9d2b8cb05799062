/**
 * `npm run screenshots`: the main pages of each portal, light and dark, wide and narrow, into docs/screenshots. Taken
 * of the real application over made-up leads; everything personal is masked, as pages have it.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { UserRole } from '../src/core/access/index.ts';
import { startSharedCluster } from '../test/kit/cluster.ts';
import { idOf } from '../test/kit/portal-ids.ts';
import { openPortals, type Portals } from '../test/kit/portals.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'docs', 'screenshots');
const LOOKS = [
  { name: 'light', width: 1440, height: 900, scheme: 'light' },
  { name: 'dark', width: 1440, height: 900, scheme: 'dark' },
  { name: 'phone-light', width: 360, height: 740, scheme: 'light' },
  { name: 'phone-dark', width: 360, height: 740, scheme: 'dark' },
] as const;

type Shot = readonly [name: string, role: UserRole | undefined, address: (portals: Portals) => string];

const at = (start: string, name: string) => (portals: Portals) => `${start}/${idOf(portals, name)}`;

const SHOTS: readonly Shot[] = [
  ['sign-in', undefined, () => '/sign-in'],
  ['admin-today', 'owner', () => '/admin'],
  ['admin-leads', 'owner', () => '/admin/leads'],
  ['admin-lead', 'owner', at('/admin/leads', 'leadId')],
  ['admin-offer', 'owner', at('/admin/offers', 'offerId')],
  ['admin-contract', 'owner', at('/admin/buyers/contracts', 'contractId')],
  ['admin-campaign', 'owner', at('/admin/partners/campaigns', 'campaignId')],
  ['admin-field-access', 'owner', () => '/admin/settings/field-access'],
  ['admin-audit', 'owner', () => '/admin/compliance/audit'],
  ['buyer-leads', 'buyer', () => '/buyer/leads'],
  ['partner-campaign', 'partner', at('/partner/campaigns', 'campaignId')],
];
const LEADS = 24;

async function take(portals: Portals, [name, role, address]: Shot): Promise<void> {
  const visit = role === undefined ? await portals.stranger() : await portals.visit(role);
  for (const look of LOOKS) {
    await visit.page.setViewportSize({ width: look.width, height: look.height });
    await visit.page.emulateMedia({ colorScheme: look.scheme });
    await visit.open(address(portals));
    await visit.page.screenshot({ path: path.join(FOLDER, `${name}-${look.name}.png`) });
  }
  await visit.close();
}

const cluster = await startSharedCluster();
Object.assign(process.env, cluster.env);
const portals = await openPortals();
try {
  for (let posted = 0; posted < LEADS; posted += 1)
    await portals.market.post(portals.market.lead({ state: ['TX', 'FL', 'NY'][posted % 3] }));
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  for (const shot of SHOTS) {
    await take(portals, shot);
    console.log(shot[0]);
  }
} finally {
  await portals.stop();
  await cluster.stop();
}
