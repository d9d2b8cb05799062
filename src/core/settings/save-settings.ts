import { AppError, type Fault, invalid } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import { secretPaths } from './domain/secret-names.ts';
import { settingDelete, settingList, settingPut } from './store.ts';

const KEY = /^[A-Za-z][A-Za-z0-9_.-]{0,99}$/;
const MAX_VALUE_BYTES = 16 * 1024;
const MAX_KEYS = 200;

type Settings = Readonly<Record<string, unknown>>;

/** The faults of settings, by the field that holds each: names that are none, values too big, and secrets. */
export function settingFaults(settings: Settings, fieldOf: (key: string) => string): Fault[] {
  return Object.entries(settings).flatMap(([key, value]): Fault[] => {
    if (!KEY.test(key)) {
      const message = 'Name it with letters, digits and _ . -, from a letter, in at most 100 characters.';
      return [{ field: fieldOf(key), rule: 'wrong_format', message }];
    }
    if (Buffer.byteLength(JSON.stringify(value) ?? '') > MAX_VALUE_BYTES)
      return [{ field: fieldOf(key), rule: 'too_long', message: 'Must have at most 16 KiB as JSON.' }];
    return secretPaths(key, value).map((path) => ({
      field: `${fieldOf(key)}${path.slice(key.length)}`,
      rule: 'not_here',
      message:
        'Settings are read by all staff and hold no secrets. Keep a mail password at /api/v1/settings/smtp, the ' +
        'credentials of a delivery in its contract, and API keys at /api/v1/auth/api-keys.',
    }));
  });
}

/**
 * Keeps values of a category and takes away those that are null; others stay. Gives the ids of what it touched. Throws
 * VALIDATION_ERROR for what is no setting, CONFLICT if the category becomes too big.
 */
export async function saveSettings(
  tx: TenantWriter,
  category: string,
  settings: Settings,
  fieldOf: (key: string) => string,
): Promise<string[]> {
  const faults = settingFaults(settings, fieldOf);
  if (faults.length > 0) throw invalid(faults);
  const touched: string[] = [];
  for (const [key, value] of Object.entries(settings)) {
    const id =
      value === null
        ? await settingDelete(tx, category, key)
        : await settingPut(tx, { id: newId(), category, key, value });
    if (id !== undefined) touched.push(id);
  }
  if ((await settingList(tx, category)).length > MAX_KEYS)
    throw new AppError('CONFLICT', `A category holds at most ${MAX_KEYS} settings. Take some away first.`);
  return touched;
}

/** The values of a category, or the one of a key, by key. */
export async function readSettings(tx: TenantReader, category: string, key?: string): Promise<Record<string, unknown>> {
  const rows = await settingList(tx, category, key);
  return Object.fromEntries(rows.map((row) => [row.key, row.value]));
}
