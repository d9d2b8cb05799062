import { inspect } from 'node:util';

/** Something that must not be shown: printing, JSON, template strings and `inspect` give `[secret]`. */
export interface Secret<T = string> {
  /** The value itself. Call it where the value is used, and keep nothing. */
  reveal(): T;
  toString(): string;
  toJSON(): string;
}

const SHOWN = '[secret]';

/** Wraps a value so that only `reveal()` gives it back. */
export function secretOf<T>(value: T): Secret<T> {
  const shown = (): string => SHOWN;
  return Object.freeze({ reveal: () => value, toString: shown, toJSON: shown, [inspect.custom]: shown });
}
