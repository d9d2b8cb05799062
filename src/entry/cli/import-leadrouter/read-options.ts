import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../../kernel/result.ts';

export const FORM =
  'import leadrouter --url URL (--key-file FILE | --key KEY) --tenant SLUG [--posting-keys FILE] [--ca FILE] ' +
  '[--higher-priority-first] [--prepaid] [--dry-run]';

export interface ImportOptions {
  /** The origin of the system to bring over. */
  readonly url: string;
  readonly key: string | undefined;
  readonly keyFile: string | undefined;
  readonly tenant: string;
  readonly caFile: string | undefined;
  readonly postingKeysFile: string | undefined;
  /** There, the higher number of a priority wins; here, the lower one. */
  readonly higherFirst: boolean;
  /** There, a balance is what is left of what was paid; here, what is owed. */
  readonly prepaid: boolean;
  readonly dryRun: boolean;
}

const OPTIONS = {
  url: { type: 'string' },
  key: { type: 'string' },
  'key-file': { type: 'string' },
  tenant: { type: 'string' },
  ca: { type: 'string' },
  'posting-keys': { type: 'string' },
  'higher-priority-first': { type: 'boolean', default: false },
  prepaid: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

/** The options of a command line, or every fault of it. Throws the parser's TypeError for an option that is unknown. */
export function readOptions(args: readonly string[]): Result<ImportOptions, string[]> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
  const { url, key, tenant, 'key-file': keyFile } = values;
  const rules: readonly (readonly [boolean, string])[] = [
    [url !== undefined && isOrigin(url), '--url: give an https:// address without a path; keys travel by HTTPS only.'],
    [(key === undefined) !== (keyFile === undefined), '--key-file: give a file with an admin key, or --key, not both.'],
    [tenant !== undefined, '--tenant: give the slug of the tenant that it is brought to.'],
  ];
  const faults = rules.filter(([holds]) => !holds).map(([, fault]) => fault);
  if (url === undefined || tenant === undefined || faults.length > 0) return fail(faults);
  return ok({
    url: new URL(url).origin,
    key,
    keyFile,
    tenant,
    caFile: values.ca,
    postingKeysFile: values['posting-keys'],
    higherFirst: values['higher-priority-first'],
    prepaid: values.prepaid,
    dryRun: values['dry-run'],
  });
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username } = new URL(text);
  return protocol === 'https:' && pathname === '/' && search === '' && hash === '' && username === '';
}
