/** An expected outcome as a value: match on `ok`, never throw for what the rules foresee. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Marks a switch as exhaustive: the compiler refuses a missing case. */
export function unreachable(value: never): never {
  throw new TypeError(`unreachable case of kind ${typeof value}`);
}
