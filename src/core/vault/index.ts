export { keyfileProvider } from './keyfile-provider.ts';
export { createRootKey, type Pkcs11Options, pkcs11Provider } from './pkcs11-provider.ts';
export { type KeyProvider } from './provider.ts';
export { lengthPrefixed, type Place, type SealingKey, UnsealError } from './seal.ts';
export { type SubjectLease } from './subject-keys.ts';
export { createVault, type Vault } from './vault.ts';
