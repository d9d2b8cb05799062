import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { KeyProvider } from '../../../core/vault/index.ts';
import type { Settings } from '../../../platform/config/index.ts';
import { keyProviderOf } from '../../compose/key-provider.ts';
import type { DerivedSecrets } from '../../compose/secrets.ts';
import { fine, type Finding, problem, warning } from './finding.ts';
import { lookAt } from './look-at-file.ts';

const CONTEXT = Buffer.from('careroute.doctor');

/** What the key provider says of itself, and whether it wraps and unwraps. */
export async function checkKeyProvider(settings: Settings, secrets: DerivedSecrets | undefined): Promise<Finding[]> {
  if (!secrets) {
    const fresh = !(await lookAt(path.join(settings.dataDir, 'postgres')));
    return fresh
      ? [fine('It follows from the root key, which the first start makes.')]
      : [problem('It was not tried: there is no root key to read.', 'Mend the root key first.')];
  }
  const provider = await keyProviderOf(settings, secrets);
  try {
    return await tryProvider(provider);
  } finally {
    await provider.close();
  }
}

/** Wraps a key of no use and opens it again. */
export async function tryProvider(provider: KeyProvider): Promise<Finding[]> {
  const { kind, production, note } = await provider.describe();
  const key = randomBytes(32);
  const again = await provider.unwrap(await provider.wrap(key, CONTEXT), CONTEXT);
  if (!again.equals(key))
    return [
      problem(
        `Provider ${kind} does not give back what it wrapped.`,
        'Do not start. See that module, token and key label are the right ones.',
      ),
    ];
  const message = `Provider ${kind} wraps and unwraps; ${note}.`;
  if (production) return [fine(message)];
  return [warning(message, 'For production keep the key in hardware: CAREROUTE_KEY_PROVIDER=pkcs11.')];
}
