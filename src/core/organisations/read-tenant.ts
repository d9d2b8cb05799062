import { type Fault, invalid } from '../../kernel/app-error.ts';
import { isTimeZone } from '../../kernel/time.ts';
import { plainHost, settingFaults } from '../settings/index.ts';
import type { TenantChange } from './store.ts';

type Settings = Readonly<Record<string, unknown>>;

/** The fields of a body that changes a tenant; settings are those of them that change. */
type Body = Omit<TenantChange, 'features' | 'approvedAt'>;

const MAX_SETTINGS = 200;
/** Names by which clients send the time zone among settings. */
const ZONE_NAMES = ['timeZone', 'timezone'];
const ZONE_MESSAGE = 'Send a time zone such as America/Chicago: days and daily caps are counted by it.';

/**
 * What a body changes of a tenant whose settings were `old`: settings merge, and the time zone may stand among them.
 * Throws VALIDATION_ERROR for settings that are none; for a new tenant also if there is no time zone, which has no
 * default.
 */
export function readTenant(body: Body, old: Settings, isNew: boolean): TenantChange {
  const { settings: given = {}, ...rest } = body;
  const among = ZONE_NAMES.find((name) => given[name] !== undefined);
  const zone = body.timeZone ?? (among === undefined ? undefined : given[among]);
  const field = body.timeZone === undefined && among !== undefined ? `settings.${among}` : 'timeZone';
  const faults: Fault[] = settingFaults(given, (key) => `settings.${key}`);
  const merged = mergeSettings(old, given);
  if (Object.keys(merged).length > MAX_SETTINGS)
    faults.push({ field: 'settings', rule: 'too_many', message: `Must have at most ${MAX_SETTINGS} fields.` });
  if (zone === undefined && isNew) faults.push({ field, rule: 'required', message: ZONE_MESSAGE });
  if (zone !== undefined && (typeof zone !== 'string' || !isTimeZone(zone)))
    faults.push({ field, rule: 'wrong_format', message: ZONE_MESSAGE });
  if (faults.length > 0) throw invalid(faults);
  return {
    ...rest,
    domain: typeof body.domain === 'string' ? plainHost(body.domain) : body.domain,
    settings: Object.keys(given).length > 0 ? merged : undefined,
    timeZone: typeof zone === 'string' ? zone : undefined,
  };
}

/** Settings after a change: given ones replace those of the same name, null takes one away. */
function mergeSettings(old: Settings, given: Settings): Settings {
  const merged = Object.entries({ ...old, ...given });
  return Object.fromEntries(merged.filter(([name, value]) => value !== null && !ZONE_NAMES.includes(name)));
}

interface FeatureChange {
  readonly feature?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly features?: Readonly<Record<string, boolean>> | undefined;
}

const FLAG = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
const MAX_FLAGS = 100;
const required = (field: string, message: string): Fault => ({ field, rule: 'required', message });

/** The flags after a change by one flag or a map of them. Throws VALIDATION_ERROR for neither, both, or bad names. */
export function readFeatures(
  change: FeatureChange,
  old: Readonly<Record<string, boolean>>,
): { readonly given: readonly string[]; readonly features: Readonly<Record<string, boolean>> } {
  const { feature, enabled, features } = change;
  const faults: Fault[] = [];
  if (features !== undefined && (feature !== undefined || enabled !== undefined))
    faults.push({ field: 'features', rule: 'conflict', message: 'Send features, or feature and enabled, not both.' });
  else if (features === undefined) {
    if (feature === undefined) faults.push(required('feature', 'Send feature and enabled, or features as a map.'));
    if (enabled === undefined) faults.push(required('enabled', 'Send true or false.'));
  } else if (Object.keys(features).length === 0) faults.push(required('features', 'Send at least one flag.'));
  const given = features ?? (feature === undefined || enabled === undefined ? {} : { [feature]: enabled });
  for (const name of Object.keys(given).filter((candidate) => !FLAG.test(candidate))) {
    const message = 'Name a flag with letters, digits and _ . -, from a letter, in at most 64 characters.';
    faults.push({ field: `features.${name}`, rule: 'wrong_format', message });
  }
  const after = { ...old, ...given };
  if (Object.keys(after).length > MAX_FLAGS)
    faults.push({ field: 'features', rule: 'too_many', message: `A tenant has at most ${MAX_FLAGS} flags.` });
  if (faults.length > 0) throw invalid(faults);
  return { given: Object.keys(given), features: after };
}
