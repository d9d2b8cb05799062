import { hmacSha256 } from '../../platform/mac/index.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Database } from '../../platform/postgres/index.ts';
import type { KeyProvider } from './provider.ts';
import { deriveSealingKey, keyIdOf, lengthPrefixed, open, type Place, seal, type SealingKey } from './seal.ts';
import { createSubjectKeys, type SubjectLease } from './subject-keys.ts';
import { createTenantKeys, keyOf, type OpenedKeys } from './tenant-keys.ts';

/** Seals and opens personal data and a tenant's own secrets, and makes blind indexes. */
export interface Vault {
  /** A fresh subject with its key; see `SubjectKeys.lease`. */
  lease(tenantId: string): Promise<SubjectLease>;
  seal(key: SealingKey, place: Place, plaintext: Buffer): Buffer;
  /** Opens a value of a subject. Throws UnsealError for a wrong place or a destroyed key. */
  open(subjectId: string, place: Place, sealed: Buffer): Promise<Buffer>;
  /** The key of an existing subject, to seal more about it. */
  subjectKey(tenantId: string, subjectId: string): Promise<SealingKey>;
  /**
   * A function from (field, normalised value) to the tenant's 32-byte token: equal values, equal tokens, nothing else.
   * It throws a RangeError for halves of surrogate pairs, which intake refuses.
   */
  tokens(tenantId: string): Promise<(field: string, value: string) => Buffer>;
  /** Brings the keys of a tenant's secrets here, so that sealing and opening them soon after asks no other server. */
  prepareSecrets(tenantId: string): Promise<void>;
  /** Seals a secret of the tenant's configuration, such as a buyer's password. */
  sealSecret(place: Place, secret: Buffer): Promise<Buffer>;
  /** Opens such a secret. Throws UnsealError for a wrong place or a destroyed key. */
  openSecret(place: Place, sealed: Buffer): Promise<Buffer>;
  /** New tenant key, all subject keys moved under it. */
  rewrap(tenantId: string, onProgress: (moved: number) => void): Promise<number>;
  /** Destroys a subject's key; see `SubjectKeys.destroy`. */
  shred(tenantId: string, subjectId: string): Promise<void>;
  /** Drops every cached key of a tenant. */
  forget(tenantId: string): void;
  provider(): KeyProvider;
}

export function createVault(keystore: Database, provider: KeyProvider, clock: Clock): Vault {
  const tenantKeys = createTenantKeys(keystore, provider, clock);
  const subjects = createSubjectKeys(keystore, tenantKeys, clock);

  return {
    lease: (tenantId) => subjects.lease(tenantId),
    seal,
    subjectKey: (tenantId, subjectId) => subjects.get(tenantId, subjectId),
    async open(subjectId, place, sealed) {
      return open(await subjects.get(place.tenantId, subjectId), place, sealed);
    },
    async tokens(tenantId) {
      const keys = await tenantKeys.get(tenantId, 'index');
      const key = keyOf(keys, keys.newest);
      return (field, value) => hmacSha256(key, lengthPrefixed([field, value.normalize('NFKC')]));
    },
    async prepareSecrets(tenantId) {
      await tenantKeys.get(tenantId, 'secrets');
    },
    async sealSecret(place, secret) {
      const keys = await tenantKeys.get(place.tenantId, 'secrets');
      return seal(secretsKey(keys, keys.newest), place, secret);
    },
    async openSecret(place, sealed) {
      const version = versionOf(keyIdOf(sealed));
      const keys = await tenantKeys.holding(place.tenantId, 'secrets', version);
      return open(secretsKey(keys, version), place, sealed);
    },
    shred: (tenantId, subjectId) => subjects.destroy(tenantId, subjectId),
    rewrap: (tenantId, onProgress) => subjects.rewrap(tenantId, onProgress),
    forget(tenantId) {
      tenantKeys.forget(tenantId);
      subjects.forget(tenantId);
    },
    provider: () => provider,
  };
}

/** Derived once for each opened key, for a ping opens the secrets of all whom it asks. */
const derived = new WeakMap<Buffer, SealingKey>();
function secretsKey(keys: OpenedKeys, version: number): SealingKey {
  const key = keyOf(keys, version);
  const known = derived.get(key) ?? deriveSealingKey(versionId(version), key);
  derived.set(key, known);
  return known;
}

/** A version of a tenant key as the key id of what it seals. */
const versionId = (version: number): string => `00000000-0000-0000-0000-${version.toString(16).padStart(12, '0')}`;
const versionOf = (keyId: string): number => Number.parseInt(keyId.slice(-12), 16);
