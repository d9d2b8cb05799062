import { AppError } from '../../kernel/app-error.ts';
import type { Result } from '../../kernel/result.ts';
import { type ListedTenant, tenantIds } from '../compose/tenants.ts';
import type { Runtime } from '../compose/runtime.ts';
import type { Command } from './command.ts';
import { openSource } from './import-leadrouter/open-source.ts';
import { FORM, type ImportOptions, readOptions } from './import-leadrouter/read-options.ts';
import { readPostingKeys } from './import-leadrouter/read-posting-keys.ts';
import { runImport } from './import-leadrouter/run-import.ts';
import { textOf } from './lead-submit/find-target.ts';
import { parsedOrComplain } from './parsed-or-complain.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { withRuntime } from './with-runtime.ts';

export const importLeadrouterCommand: Command = {
  name: 'import leadrouter',
  form: 'import leadrouter --url …',
  summary: 'Bring over partners, buyers, contracts … of Lead Router or another Careroute. May be run again.',
  async run(args) {
    const options = parsedOrComplain(FORM, () => readOptions(args));
    if (!options) return 2;
    if (!options.ok) return complain(options.error);
    const files = await readFiles(options.value);
    if (!files.ok) return complain([files.error]);
    return withRuntime('Bringing it over', async (runtime, { publicUrl }) => {
      const tenants = await tenantIds(runtime);
      const tenant = tenants.find(({ slug }) => slug === options.value.tenant);
      if (tenant) return bring(runtime, tenant, { ...options.value, ...files.value, publicUrl });
      const there = tenants.map(({ slug }) => slug).join(', ') || 'none';
      return complain([`--tenant: there is none with this slug. There are: ${there}.`]);
    });
  },
};

interface Files {
  readonly key: string;
  readonly caPem: string;
  readonly postingKeys: ReadonlyMap<string, string>;
}

/** What the options name files for. */
async function readFiles(options: ImportOptions): Promise<Result<Files, string>> {
  const { caFile, keyFile, postingKeysFile } = options;
  const key = keyFile === undefined ? undefined : await textOf(keyFile, '--key-file');
  if (key && !key.ok) return key;
  const ca = caFile === undefined ? undefined : await textOf(caFile, '--ca');
  if (ca && !ca.ok) return ca;
  const list = postingKeysFile === undefined ? undefined : await textOf(postingKeysFile, '--posting-keys');
  if (list && !list.ok) return list;
  const postingKeys = readPostingKeys(list?.value ?? '');
  if (!postingKeys.ok) return postingKeys;
  const text = (key?.value ?? options.key ?? '').trim();
  return {
    ok: true,
    value: { key: text, caPem: ca?.value ?? '', postingKeys: postingKeys.value },
  };
}

async function bring(
  runtime: Runtime,
  { tenantId }: ListedTenant,
  wishes: ImportOptions & Files & { publicUrl: string },
): Promise<number> {
  const { signal, release } = stopOnSignal();
  const source = openSource({ ...wishes, signal });
  try {
    return await runImport({ ...wishes, runtime, tenantId, source, signal, out: process.stdout });
  } catch (error) {
    if (signal.aborted && error instanceof Error && error.name === 'AbortError') return 1;
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.message}\nRun the same command again to go on; nothing is brought twice.\n`);
    return 1;
  } finally {
    source.close();
    release();
  }
}

function complain(faults: readonly string[]): number {
  process.stderr.write(`${faults.join('\n')}\nUse: careroute ${FORM}\n`);
  return 2;
}
