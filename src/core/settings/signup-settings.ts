import { invalid } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import { settingList, settingPut } from './store.ts';

/** Whether and how strangers may sign up at this installation. */
export interface SignupSettings {
  readonly enabled: boolean;
  /** Whether a new tenant works at once, or waits for a superadmin. */
  readonly approvalMode: 'auto' | 'manual';
  readonly requireTerms: boolean;
  readonly termsUrl: string | null;
}

const CATEGORY = 'signup';
const KEY = 'signup';
/** Until a superadmin decides otherwise, nobody signs up. */
const DEFAULTS: SignupSettings = { enabled: false, approvalMode: 'manual', requireTerms: false, termsUrl: null };

/**
 * The settings of sign-up; the defaults as long as nobody changed them. The context is that of the tenant that the
 * installation itself is.
 */
export async function signupSettings(tx: TenantReader): Promise<SignupSettings> {
  const [row] = await settingList(tx, CATEGORY, KEY);
  return { ...DEFAULTS, ...(row?.value as Partial<SignupSettings> | undefined) };
}

/** Changes the given ones. Throws VALIDATION_ERROR if terms are required that nobody can read. */
export async function changeSignupSettings(
  tx: TenantWriter,
  change: { readonly [Name in keyof SignupSettings]?: SignupSettings[Name] | undefined },
): Promise<SignupSettings & { readonly id: string }> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: SignupSettings = { ...(await signupSettings(tx)), ...given };
  if (after.requireTerms && after.termsUrl === null) {
    const message = 'Terms that must be accepted need an address where they stand. Send it.';
    throw invalid([{ field: 'termsUrl', rule: 'required', message }]);
  }
  return { ...after, id: await settingPut(tx, { id: newId(), category: CATEGORY, key: KEY, value: after }) };
}
