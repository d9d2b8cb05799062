/** Holds the root key and never gives it out: wraps and unwraps tenant keys. */
export interface KeyProvider {
  readonly name: string;
  /** Wraps a key; `context` is authenticated and must be given again to unwrap. */
  wrap(key: Buffer, context: Buffer): Promise<Buffer>;
  unwrap(wrapped: Buffer, context: Buffer): Promise<Buffer>;
  /** What an operator should know, for `careroute doctor`. Throws if the provider cannot be used. */
  describe(): Promise<{ readonly kind: string; readonly production: boolean; readonly note: string }>;
  close(): Promise<void>;
}
