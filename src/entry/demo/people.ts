import { Secret, TOTP } from 'otpauth';
import { foundOwner } from '../../core/identity/index.ts';
import type { Careroute } from '../compose/careroute.ts';
import { type ApiAnswer, type ApiClient, createApiClient } from './api-client.ts';
import type { DemoMarket } from './market.ts';

/** Somebody who can sign in to the demo. */
export interface DemoPerson {
  readonly portal: 'admin' | 'buyer' | 'partner';
  readonly email: string;
  readonly password: string;
  /** Of the authenticator app, where the role needs one; `careroute demo code` shows its code of the moment. */
  readonly authenticatorSecret: string | null;
}

const OWNER = 'owner@demo.example';

/** The code that an authenticator app with this secret shows at an instant. */
export const codeOf = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** Makes an owner, somebody of the first buyer and somebody of the first partner, who can sign in at once. */
export async function seedPeople(
  careroute: Careroute,
  api: ApiClient,
  demo: DemoMarket & { readonly tenantId: string },
  password: string,
): Promise<DemoPerson[]> {
  const authenticatorSecret = await seedOwner(careroute, demo.tenantId, password);
  const people: DemoPerson[] = [{ portal: 'admin', email: OWNER, password, authenticatorSecret }];
  const parties = [
    { portal: 'buyer', entityId: demo.buyers[0]?.id, email: 'buyer@demo.example' },
    { portal: 'partner', entityId: demo.partners[0]?.id, email: 'partner@demo.example' },
  ] as const;
  for (const { portal, entityId, email } of parties) {
    const contact = { entityType: portal, entityId, email, firstName: 'Demo', lastName: 'Person', piiAccess: true };
    await api.call('POST', '/api/v1/contacts', { ...contact, password });
    people.push({ portal, email, password, authenticatorSecret: null });
  }
  return people;
}

/** Takes the owner's invitation up as a browser does, and gives the secret of the authenticator app. */
async function seedOwner(
  { runtime, baseUrl: publicUrl, certificate }: Careroute,
  tenantId: string,
  password: string,
): Promise<string> {
  const now = runtime.clock.now();
  const link = await foundOwner(runtime.identityTenancy, { tenantId, email: OWNER, role: 'owner', publicUrl, now });
  if (!link) throw new Error(`the demo has an owner already`);
  const token = new URL(link.url).pathname.split('/').at(-1) ?? '';
  const stranger = createApiClient(publicUrl, certificate?.caPem ?? '', '');
  try {
    const post = asBrowser(stranger, publicUrl);
    await post(`/api/v1/setup/${token}`, { password });
    const offered = (await post('/api/v1/auth/totp', {})) as { data: { secret: string } };
    // A code is good once: that of half a minute ago leaves the one of now to whoever signs in next.
    const before = new Date(runtime.clock.now().getTime() - 30_000);
    await post('/api/v1/auth/totp/confirm', { code: codeOf(offered.data.secret, before) });
    return offered.data.secret;
  } finally {
    stranger.close();
  }
}

/** Posts as our own pages do: with the cookie of the session, and no key. */
function asBrowser(api: ApiClient, publicUrl: string): (path: string, body: unknown) => Promise<unknown> {
  let cookie = '';
  return async (path, body) => {
    const headers = { origin: new URL(publicUrl).origin, ...(cookie === '' ? {} : { cookie }) };
    const answer = await api.send({ method: 'POST', path, body: JSON.stringify(body), headers });
    if (answer.status >= 400) throw new Error(`POST ${path} was refused with ${answer.status}`);
    cookie = cookieOf(answer) ?? cookie;
    return answer.json;
  };
}

const cookieOf = ({ headers }: ApiAnswer): string | undefined => headers['set-cookie']?.[0]?.split(';')[0];
