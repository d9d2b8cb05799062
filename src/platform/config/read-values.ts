import type { Result } from '../../kernel/result.ts';
import type { DefaultedSetting, Problem, ReadContext, Setting } from './setting.ts';

/** Names and texts of variables, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the variables say, one setting at a time. */
export interface ReadValues {
  readonly context: ReadContext;
  /** Whether the variable holds more than blanks. */
  readonly isSet: (setting: Setting<unknown>) => boolean;
  /** What the reader makes of the variable; undefined when it is not set. */
  readonly outcome: <T>(setting: Setting<T>) => Result<T, Problem> | undefined;
  /** The value; undefined when the variable is not set, or at fault. */
  readonly of: <T>(setting: Setting<T>) => T | undefined;
  /** The value, or else the default. */
  readonly orDefault: <T>(setting: DefaultedSetting<T>) => T;
}

/** Reads variables on demand. Blanks around a value are dropped; nothing but blanks counts as not set. */
export function valuesOf(env: Environment, context: ReadContext): ReadValues {
  const textOf = (setting: Setting<unknown>): string => env[setting.variable]?.trim() ?? '';
  const outcome = <T>(setting: Setting<T>): Result<T, Problem> | undefined => {
    const text = textOf(setting);
    return text === '' ? undefined : setting.read(text, context);
  };
  const of = <T>(setting: Setting<T>): T | undefined => {
    const read = outcome(setting);
    return read?.ok ? read.value : undefined;
  };
  return {
    context,
    isSet: (setting) => textOf(setting) !== '',
    outcome,
    of,
    orDefault: (setting) => of(setting) ?? setting.fallback(context),
  };
}
