import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { LocalCertificate } from '../../src/platform/http/index.ts';

export interface TalkativeBuyer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A buyer that accepts and says of the person what it should keep to itself, each time with the tag. */
export async function startTalkativeBuyer(certificate: LocalCertificate, tag: string): Promise<TalkativeBuyer> {
  const pair = await certificate.issue(['127.0.0.1']);
  const server = createServer({ cert: pair.certPem, key: pair.keyPem }, (request, response) => {
    request.resume().once('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ accepted: true, buyerLeadId: `${tag}@buyer.example`, note: `${tag}answer` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/leads`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
