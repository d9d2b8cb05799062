import { keyfileProvider, type KeyProvider, pkcs11Provider } from '../../core/vault/index.ts';
import type { Settings } from '../../platform/config/index.ts';
import type { DerivedSecrets } from './secrets.ts';

/** The provider that the settings name; throws if it cannot be used. */
export async function keyProviderOf(settings: Settings, secrets: DerivedSecrets): Promise<KeyProvider> {
  const { keyProvider } = settings;
  if (keyProvider.kind === 'keyfile') return keyfileProvider(secrets.keyfileRoot);
  const { modulePath, token, pin, keyLabel } = keyProvider;
  const provider = pkcs11Provider({ module: modulePath, token, pin: pin.reveal(), keyLabel });
  await provider.describe();
  return provider;
}
