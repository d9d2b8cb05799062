import { fileURLToPath } from 'node:url';
import { openRuntime, type Runtime } from '../../src/entry/compose/runtime.ts';
import type { DatabaseUrls } from '../../src/entry/compose/databases.ts';
import { openSource } from '../../src/entry/cli/import-leadrouter/open-source.ts';
import { runImport } from '../../src/entry/cli/import-leadrouter/run-import.ts';
import { keyfileProvider } from '../../src/core/vault/index.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { TEST_SECRETS } from './cluster.ts';

/** What to bring over, from where and to whom. */
export interface Bringing {
  readonly url: string;
  readonly key: string;
  readonly caPem: string;
  readonly tenantId: string;
  readonly postingKeys?: readonly (readonly [string, string])[];
  readonly dryRun?: boolean;
  readonly higherFirst?: boolean;
  readonly prepaid?: boolean;
}

/** Brings over as the command does; gives its exit code and what it said. */
export async function bringOver(
  runtime: Runtime,
  bringing: Bringing,
  out: { write(text: string): unknown } = { write: () => true },
): Promise<{ readonly code: number; readonly output: string }> {
  const { postingKeys = [], dryRun = false, higherFirst = false, prepaid = false, tenantId } = bringing;
  const { signal } = new AbortController();
  const source = openSource({ ...bringing, signal });
  let output = '';
  const both = {
    write(text: string) {
      output += text;
      return out.write(text);
    },
  };
  const wishes = { higherFirst, prepaid, dryRun, postingKeys: new Map(postingKeys) };
  try {
    const publicUrl = 'https://localhost';
    const code = await runImport({ ...wishes, runtime, tenantId, source, publicUrl, signal, out: both });
    return { code, output };
  } finally {
    source.close();
  }
}

/** The same in a process of its own, which a test may kill: `node bring-over.ts URLS BRINGING`, both as JSON. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [urls = '', bringing = ''] = process.argv.slice(2);
  const runtime = openRuntime({
    urls: JSON.parse(urls) as DatabaseUrls,
    secrets: TEST_SECRETS,
    provider: keyfileProvider(TEST_SECRETS.keyfileRoot),
    clock: systemClock,
    onIdleError: () => {},
    onBackgroundFailure: () => {},
  });
  const { code } = await bringOver(runtime, JSON.parse(bringing) as Bringing, process.stdout);
  await runtime.close();
  process.exitCode = code;
}
