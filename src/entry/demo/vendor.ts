import { randomBytes } from 'node:crypto';
import type { Careroute } from '../compose/careroute.ts';
import type { ApiClient } from './api-client.ts';
import { startVendorSimulator, type VendorSimulator } from './vendor-simulator.ts';

/** The demo's vendor of checks, as it stands in `demo.json`. */
export interface DemoVendor {
  readonly id: string;
  readonly url: string;
}

/** Starts a simulated vendor of checks: at the port of last time if that is free. */
export async function startDemoVendor(
  { certificate }: Careroute,
  before: DemoVendor | undefined,
): Promise<VendorSimulator> {
  const pair = await certificate?.issue(['localhost', '127.0.0.1']);
  if (!pair) throw new Error('the demo has no certificate');
  const at = { tls: { cert: pair.certPem, key: pair.keyPem }, host: '127.0.0.1' };
  const port = Number(new URL(before?.url ?? 'https://localhost:0').port);
  try {
    return await startVendorSimulator({ ...at, port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      return startVendorSimulator({ ...at, port: 0 });
    throw error;
  }
}

/** Makes the vendor known to the demo tenant, or tells it where the vendor is now. No campaign asks it by itself. */
export async function followVendor(
  api: ApiClient,
  before: DemoVendor | undefined,
  { url }: VendorSimulator,
): Promise<DemoVendor> {
  if (before?.url === url) return before;
  const secret = randomBytes(18).toString('base64url');
  const path = '/api/v1/check-vendors';
  if (before) await api.call('PATCH', `${path}/${before.id}`, { url, secret });
  const name = 'Simulated do-not-call list';
  const id = before?.id ?? (await api.call<Made>('POST', path, { name, kind: 'dnc', url, secret })).data.id;
  return { id, url };
}

type Made = { readonly data: { readonly id: string } };
