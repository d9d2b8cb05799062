/** Holds the root key and never gives it out: wraps and unwraps tenant keys. */
export interface KeyProvider {
  readonly name: string;
  /** Wraps a key of 32 bytes; `context` is authenticated and must be given again to unwrap. */
  wrap(key: Buffer, context: Buffer): Promise<Buffer>;
  /** The key again. Throws when it was wrapped by another root key, or for another context, or was changed. */
  unwrap(wrapped: Buffer, context: Buffer): Promise<Buffer>;
  /** What an operator should know, for `careroute doctor`. Throws if the provider cannot be used. */
  describe(): Promise<{ readonly kind: string; readonly production: boolean; readonly note: string }>;
  close(): Promise<void>;
}

/** Not an UnsealError: a wrong root key is a fault of the settings, and must not look like erased data. */
export const wrongRootKey = (options?: ErrorOptions): Error =>
  new Error(
    'A tenant key does not open. Check that the root key is the one that wrapped it, and the keystore unchanged.',
    options,
  );
