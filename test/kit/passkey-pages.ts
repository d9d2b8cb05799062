import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { Check } from 'typebox/value';
import {
  type PasskeyAnswer,
  passkeyAnswer,
  type PasskeyOffer,
  passkeyOffer,
  type RegistrationAnswer,
  registrationAnswer,
  type RegistrationOffer,
  registrationOffer,
} from '../../src/core/passkeys/wire.ts';
import type { CertificatePair } from '../../src/platform/http/tls-options.ts';

const PAGE = `<!doctype html><title>Passkeys</title><script>
const register = async (offer) => {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(offer);
  return (await navigator.credentials.create({ publicKey })).toJSON();
};
const show = async (offer) => {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(offer);
  return (await navigator.credentials.get({ publicKey })).toJSON();
};
</script>`;

export interface PasskeyPages {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves a page that asks the browser for passkeys, on loopback. */
export async function servePasskeyPages({ certPem, keyPem }: CertificatePair): Promise<PasskeyPages> {
  const server = createServer({ cert: certPem, key: keyPem }, (_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Lets the page make a passkey. Throws with the browser's words where it will not. */
export async function registerOn(page: Page, offer: RegistrationOffer): Promise<RegistrationAnswer> {
  if (!Check(registrationOffer, offer)) throw new TypeError('an offer that our own schema does not take');
  const answer: unknown = await page.evaluate(`register(${JSON.stringify(offer)})`);
  if (!Check(registrationAnswer, answer)) throw new TypeError(`not a registration: ${JSON.stringify(answer)}`);
  return answer;
}

/** Lets the page show a passkey. Throws with the browser's words where it will not. */
export async function showOn(page: Page, offer: PasskeyOffer): Promise<PasskeyAnswer> {
  if (!Check(passkeyOffer, offer)) throw new TypeError('an offer that our own schema does not take');
  const answer: unknown = await page.evaluate(`show(${JSON.stringify(offer)})`);
  if (!Check(passkeyAnswer, answer)) throw new TypeError(`not an answer: ${JSON.stringify(answer)}`);
  return answer;
}
