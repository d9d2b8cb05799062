import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DemoFile } from '../../src/entry/demo/demo.ts';
import { ensureLocalCertificate } from '../../src/platform/http/index.ts';
import { type Client, createClient } from '../kit/client.ts';
import type { MarketPlace } from '../kit/market.ts';
import { readDemoFile } from '../kit/product.ts';

export interface DemoPlace extends MarketPlace {
  readonly demo: DemoFile;
  readonly admin: Client;
}

/** The demo's tenant in a product of another process. Buyers of a test may join it, as its authority is ours. */
export async function demoPlace(dataDir: string): Promise<DemoPlace> {
  const demo = await readDemoFile(dataDir);
  const caPem = await readFile(demo.caFile, 'utf8');
  const dir = path.dirname(demo.caFile);
  const certificate = await ensureLocalCertificate({ dir, hosts: ['localhost'], now: new Date() });
  const client = (key?: string): Client => createClient(demo.baseUrl, caPem, key);
  return { demo, certificate, client, admin: client(demo.admin.apiKey) };
}
