import { readFile } from 'node:fs/promises';
import { createApiClient } from '../../src/entry/demo/api-client.ts';
import { requestOf } from '../kit/post-leads.ts';
import type { Product } from '../kit/product.ts';
import { connect } from '../kit/tls-load.ts';

/** Somebody who signs in by password, from an address that nobody else has. */
export interface Person {
  readonly email: string;
  readonly address: string;
}

const PASSWORD = 'seven green bicycles';
const DONE = '"status":"signed_in"';

/** Makes people with a password and a role that needs no second factor, each by the product's own routes. */
export async function makePeople({ demo }: Product, count: number): Promise<Person[]> {
  const api = createApiClient(demo.baseUrl, await readFile(demo.caFile, 'utf8'), demo.admin.apiKey);
  const people: Person[] = [];
  try {
    for (let index = 1; index <= count; index += 1) {
      const email = `bench.${index}@example.test`;
      await api.call('POST', '/api/v1/users', { email, name: 'Kim Doe', role: 'support', password: PASSWORD });
      people.push({ email, address: `198.18.${index >> 8}.${index & 255}` });
    }
    return people;
  } finally {
    api.close();
  }
}

/** Sign-ins that are under way. */
export interface Crowd {
  /** Lets the sign-ins under way finish; gives how long each took, in milliseconds, and how many found no room. */
  disperse(): Promise<{ readonly tookMs: readonly number[]; readonly turnedAway: number }>;
}

/** Everybody signs in at the same moment, and again whenever a sign-in is done. Their connections are open before. */
export async function gather({ demo, httpsPort }: Product, people: readonly Person[]): Promise<Crowd> {
  const ca = await readFile(demo.caFile);
  const connections = await Promise.all(people.map(() => connect(httpsPort, ca)));
  const tookMs: number[] = [];
  let turnedAway = 0;
  let goesOn = true;
  const signIns = people.map(async ({ email, address }, index) => {
    const request = requestOf(
      'POST',
      '/api/v1/auth/sign-in',
      { 'x-forwarded-for': address, 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/153.0 Safari/537.36' },
      { email, password: PASSWORD },
    );
    const connection = connections[index];
    while (goesOn && connection) {
      const begun = performance.now();
      const { status, body } = await connection.ask(request);
      if (status === 503) {
        turnedAway += 1;
        continue;
      }
      tookMs.push(performance.now() - begun);
      if (status !== 200 || !body.includes(DONE))
        throw new Error(`somebody could not sign in: ${status} ${body.slice(0, 300)}`);
    }
    connection?.close();
  });
  const all = Promise.allSettled(signIns);
  return {
    async disperse() {
      goesOn = false;
      for (const outcome of await all) if (outcome.status === 'rejected') throw outcome.reason;
      return { tookMs, turnedAway };
    },
  };
}
