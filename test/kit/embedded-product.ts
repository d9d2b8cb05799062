import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Careroute, startCareroute } from '../../src/entry/compose/careroute.ts';
import { readSettings } from '../../src/platform/config/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { type Client, createClient } from './client.ts';
import type { MarketPlace } from './market.ts';
import { freePorts } from './product.ts';

/** The product in this process as it runs without settings: two clusters in a directory of its own. */
export interface EmbeddedProduct extends MarketPlace {
  readonly careroute: Careroute;
  readonly directory: string;
  /** Every line logged so far, at the most talkative level. */
  logged(): readonly string[];
  stop(): Promise<void>;
}

/** Starts it on free ports, with the demo's leave to deliver to loopback but without the demo's tenant. */
export async function startEmbeddedProduct(): Promise<EmbeddedProduct> {
  const directory = await mkdtemp(path.join(tmpdir(), 'careroute-embedded-'));
  await chmod(directory, 0o755);
  const ports = await freePorts();
  const settings = readSettings(
    {
      CAREROUTE_DATA_DIR: directory,
      CAREROUTE_HTTPS_PORT: String(ports.https),
      CAREROUTE_HTTP_PORT: String(ports.http),
    },
    { demo: true, cwd: directory },
  );
  if (!settings.ok) throw new Error(settings.error.map((fault) => `${fault.variable}: ${fault.message}`).join(' '));
  const lines: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line) => lines.push(line) } });
  const careroute = await startCareroute({ settings: settings.value, log, onStep: (step) => lines.push(step) });
  const stop = async (): Promise<void> => {
    await careroute.stop();
    await rm(directory, { recursive: true, force: true });
  };
  const { certificate } = careroute;
  if (!certificate) {
    await stop();
    throw new Error('the product made no certificate');
  }
  const client = (key?: string): Client => createClient(careroute.baseUrl, certificate.caPem, key);
  return { careroute, directory, certificate, client, logged: () => lines, stop };
}
