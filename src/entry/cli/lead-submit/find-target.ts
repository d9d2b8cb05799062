import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { DemoFile } from '../../demo/demo.ts';
import type { SubmitOptions } from './read-options.ts';

/** Where to post, with which key, and the campaign of rows that name none. */
export interface Target {
  readonly baseUrl: string;
  readonly caPem: string;
  readonly postingKey: string;
  readonly campaignId: string | undefined;
}

/** The target that the options name, or the demo's first partner. The error says what to do and holds no key. */
export async function findTarget(
  options: SubmitOptions,
  demoFile: () => string | undefined,
): Promise<Result<Target, string>> {
  const caPem = options.caFile === undefined ? ok('') : await textOf(options.caFile, '--ca');
  if (!caPem.ok) return caPem;
  if (options.url === undefined) return demoTarget(options, demoFile());
  const key = options.keyFile === undefined ? ok(options.key ?? '') : await textOf(options.keyFile, '--key-file');
  if (!key.ok) return key;
  const postingKey = key.value.trim();
  if (!/^[\x21-\x7e]{8,256}$/.test(postingKey))
    return fail('The posting key has a form that no key has. Copy it again, whole.');
  return ok({ baseUrl: options.url, caPem: caPem.value, postingKey, campaignId: options.campaignId });
}

async function demoTarget(options: SubmitOptions, file: string | undefined): Promise<Result<Target, string>> {
  if (file === undefined) return fail('The settings are at fault, so the demo could not be found.');
  const text = await textOf(file, '--demo-file');
  if (!text.ok) return fail(`There is no demo at ${file}. Start it with npm start, or give --url and --key-file.`);
  const demo = JSON.parse(text.value) as Partial<DemoFile>;
  const campaign = demo.partners?.[0]?.campaigns[0];
  if (!demo.baseUrl || !demo.caFile || !campaign) {
    return fail(`${file} holds no partner with a posting key. Start the demo again.`);
  }
  const caPem = await textOf(demo.caFile, 'caFile of the demo');
  if (!caPem.ok) return caPem;
  const campaignId = options.campaignId ?? campaign.id;
  return ok({ baseUrl: demo.baseUrl, caPem: caPem.value, postingKey: campaign.postingKey, campaignId });
}

/** The text of a file that an option names. */
export async function textOf(file: string, option: string): Promise<Result<string, string>> {
  try {
    return ok(await readFile(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return fail(`${option}: ${file} cannot be read. Check the path and that this user may read it.`);
  }
}
