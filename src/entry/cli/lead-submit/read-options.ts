import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../../kernel/result.ts';

export const FORM =
  'lead submit FILE [--url URL --key-file FILE | --demo-file FILE] [--campaign ID] [--ca FILE] ' +
  '[--concurrency 4] [--report FILE]';

export interface SubmitOptions {
  readonly file: string;
  /** An origin; undefined for the demo. */
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly keyFile: string | undefined;
  readonly campaignId: string | undefined;
  readonly caFile: string | undefined;
  readonly demoFile: string | undefined;
  readonly concurrency: number;
  readonly reportFile: string | undefined;
}

const OPTIONS = {
  url: { type: 'string' },
  key: { type: 'string' },
  'key-file': { type: 'string' },
  campaign: { type: 'string' },
  ca: { type: 'string' },
  'demo-file': { type: 'string' },
  concurrency: { type: 'string', default: '4' },
  report: { type: 'string' },
} as const;

/** The options of a command line, or every fault of it. Throws the parser's TypeError for an option that is unknown. */
export function readOptions(args: readonly string[]): Result<SubmitOptions, string[]> {
  const parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  const { values, positionals } = parsed;
  const { url, key, concurrency, 'key-file': keyFile, 'demo-file': demoFile } = values;
  const [file] = positionals;
  const hasKey = key !== undefined || keyFile !== undefined;
  const rules: readonly (readonly [boolean, string])[] = [
    [positionals.length === 1, 'FILE: name one file, JSON or CSV.'],
    [url === undefined || isOrigin(url), '--url: give an https:// address without a path; keys travel by HTTPS only.'],
    [key === undefined || keyFile === undefined, '--key: give it or --key-file, not both.'],
    [(url !== undefined) === hasKey, '--url: give it together with a key, or neither for the demo.'],
    [url === undefined || demoFile === undefined, '--demo-file: it has no effect beside --url. Leave one out.'],
    [/^([1-9]|[1-5]\d|6[0-4])$/.test(concurrency), '--concurrency: give a whole number from 1 to 64.'],
  ];
  const faults = rules.filter(([holds]) => !holds).map(([, fault]) => fault);
  if (file === undefined || faults.length > 0) return fail(faults);
  return ok({
    file,
    url,
    key,
    keyFile,
    demoFile,
    campaignId: values.campaign,
    caFile: values.ca,
    concurrency: Number(concurrency),
    reportFile: values.report,
  });
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username } = new URL(text);
  return protocol === 'https:' && pathname === '/' && search === '' && hash === '' && username === '';
}
