import { fail, ok, type Result } from '../../../kernel/result.ts';

/**
 * The posting keys that an operator has, one a line: the campaign's id or number there, a comma, the key. A head and
 * empty lines do not count. The error names the lines and never a key.
 */
export function readPostingKeys(text: string): Result<ReadonlyMap<string, string>, string> {
  const keys = new Map<string, string>();
  const faulty: number[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || (index === 0 && /^"?campaign/i.test(line))) continue;
    const [campaign, key, ...more] = line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    if (campaign && key && more.length === 0 && /^[\x21-\x7e]+$/.test(key)) keys.set(campaign, key);
    else faulty.push(index + 1);
  }
  if (faulty.length === 0) return ok(keys);
  return fail(`--posting-keys: lines ${faulty.slice(0, 10).join(', ')} are not "campaign,key". Mend them.`);
}
