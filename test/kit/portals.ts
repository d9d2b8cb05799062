import assert from 'node:assert/strict';
import type { BrowserContext, Page, Response } from 'playwright-core';
import type { UserRole } from '../../src/core/access/index.ts';
import { startApp, type TestApp } from './app.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import type { Client } from './client.ts';
import { fileOf, rowOf, uploadFile } from './lead-files.ts';
import { type Market, startMarket } from './market.ts';
import { installationOf, ownersOf, type Person, personOf } from './people.ts';
import { made } from './refusals.ts';

const PATIENCE_MS = 30_000;

/** The application with its portals, a market in one tenant, and a real browser. */
export interface Portals {
  readonly app: TestApp;
  readonly browser: TestBrowser;
  readonly tenantId: string;
  readonly admin: ReturnType<typeof ownersOf>;
  readonly market: Market;
  /** The first lead, sold to the first buyer, to whom the visits of buyers belong. */
  readonly leadId: string;
  /** Whose lead that is. */
  readonly personId: string;
  /** Somebody of the tenant, for pages about a person. */
  readonly userId: string;
  /** A role of the tenant's own. */
  readonly roleId: string;
  /** An import whose columns wait to be mapped. */
  readonly importId: string;
  /** An offer that all partners see. */
  readonly openOfferId: string;
  /** A group of verticals. */
  readonly groupId: string;
  /** A fresh browser profile with nobody signed in. */
  stranger(): Promise<Visit>;
  /** A fresh browser profile in which somebody of a role is signed in already. */
  visit(role: UserRole): Promise<SignedVisit>;
  stop(): Promise<void>;
}

/** A page, and everything that went wrong on it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors on the console, broken scripts, refused or failed requests, requests to anybody else. */
  readonly faults: string[];
  /** The texts of all answers of the API so far; empty for one that was cut off as its page was left. */
  readonly answers: Promise<string>[];
  /** Opens an address of ours and waits until the page is at rest. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Somebody's visit, and the same person calling the API. */
export interface SignedVisit extends Visit {
  readonly client: Client;
  /** The id of the person's own account. */
  readonly ownId: string;
}

export async function openPortals(): Promise<Portals> {
  const app = await startApp({ atOwnAddress: true, pages: true });
  const browser = await startBrowser({ trust: [app.certificate.certPem] });
  const { tenantId } = await app.tenant('Acme Leads');
  const admin = ownersOf(app, tenantId);
  // Leads from Texas go to the first buyer, who pays more; all others to the second.
  const first = { price: '30.00', geoFilters: { states: ['TX'] } };
  const market = await startMarket(app, admin, { buyers: [{ contract: first }, {}] });
  const posted = await market.post();
  assert.equal(posted.json.result, 'success', posted.text);
  const personId: string = (await admin.get('/api/v1/people')).json.data[0].id;
  const { userId } = await personOf(app, { tenantId, role: 'support' });
  const narrowed = { name: 'Reader', baseRole: 'analyst', permissions: ['leads:read', 'caller:read', 'account:own'] };
  const { id: roleId } = await made(admin, '/api/v1/roles', narrowed);
  const importId = await uploadFile(admin, market.campaignId, fileOf([rowOf()]));
  const { id: groupId } = await made(admin, '/api/admin/vertical-groups', { name: 'Teeth and ears' });
  const openOfferId = await openOffer(admin, market);
  const stranger = async (): Promise<Visit> =>
    visitOf(app, await browser.browser.newContext({ reducedMotion: 'reduce' }));
  return {
    app,
    browser,
    tenantId,
    admin,
    market,
    leadId: String(posted.json.leadId),
    personId,
    userId,
    roleId,
    importId,
    groupId,
    openOfferId,
    stranger,
    async visit(role) {
      const visit = await stranger();
      const home = role === 'superadmin' ? await installationOf(app) : tenantId;
      const party = role === 'buyer' ? { buyerId: market.buyers[0]?.buyerId ?? '' } : partyOf(role, market);
      const person = await personOf(app, { tenantId: home, role, ...party });
      await beSignedIn(app, visit, person);
      return { ...visit, client: person.client, ownId: person.userId };
    },
    async stop() {
      await browser.close();
      await market.stop();
      await app.stop();
    },
  };
}

/** An offer that all partners see. */
async function openOffer(admin: Portals['admin'], { verticalId }: Market): Promise<string> {
  const { id } = await made(admin, '/api/v1/offers', {
    name: 'Whitening',
    description: 'Adults who ask for a brighter smile.',
    verticalId,
    visibility: 'public',
    defaultPayoutAmount: '8.00',
    states: ['TX'],
  });
  return id;
}

/** Gives a browser profile the session of somebody. */
export async function beSignedIn(app: TestApp, { context }: Visit, { cookie }: Person): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: app.baseUrl, secure: true, httpOnly: true }]);
}

const partyOf = (role: UserRole, { partnerId }: Market) => (role === 'partner' ? { partnerId } : {});

async function visitOf(app: TestApp, context: BrowserContext): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  const answers: Promise<string>[] = [];
  page.on('console', (message) => void (message.type() === 'error' && faults.push(`console: ${message.text()}`)));
  page.on('pageerror', (error) => void faults.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left takes back what it had asked for.
    if (reason !== 'net::ERR_ABORTED') faults.push(`request: ${new URL(request.url()).pathname} ${reason}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== new URL(app.baseUrl).origin && url.protocol !== 'blob:')
      faults.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/api/')) answers.push(textOf(response));
    if (response.status() >= 400) faults.push(`${response.status()}: ${new URL(response.url()).pathname}`);
  });
  return {
    page,
    context,
    faults,
    answers,
    async open(path) {
      await page.goto(app.baseUrl + path);
      await atRest(page);
    },
    close: () => context.close(),
  };
}

/** What an answer told: nothing where it had no body, or its page was left before it came. */
async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    if (error instanceof Error) return '';
    throw error;
  }
}

/** Waits until nothing is loading any more. A page that is fed by events never has a network at rest. */
export async function atRest(page: Page): Promise<void> {
  await page.locator('main, [role="main"]').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}
