import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { answerOf, api } from '../frame/api.ts';

type AuthenticationOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type RegistrationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Shows a passkey as a second factor, or again. */
export async function showPasskey() {
  const options = await answerOf(api.POST('/api/v1/auth/second-factor/options', { body: {} as never }));
  return startAuthentication({ optionsJSON: options.data as AuthenticationOptions });
}

/** Signs in by a passkey alone. */
export async function signInByPasskey() {
  const options = await answerOf(api.POST('/api/v1/auth/passkey/options', { body: {} as never }));
  const passkey = await startAuthentication({ optionsJSON: options.data as AuthenticationOptions });
  return answerOf(api.POST('/api/v1/auth/passkey', { body: { passkey: passkey as never } }));
}

/** Makes a passkey on this device, and has it kept. */
export async function makePasskey(name: string) {
  const options = await answerOf(api.POST('/api/v1/auth/passkeys/options', { body: {} as never }));
  const passkey = await startRegistration({ optionsJSON: options.data as RegistrationOptions });
  return answerOf(api.POST('/api/v1/auth/passkeys', { body: { name, passkey: passkey as never } }));
}

/** Whether the person, or the browser, broke a ceremony off: not a fault, but to be told. */
export function ceremonyFault(error: unknown): 'cancelled' | 'untrusted' | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'SecurityError' || /certificate/i.test(error.message)) return 'untrusted';
  if (error instanceof WebAuthnError || error.name === 'NotAllowedError' || error.name === 'AbortError')
    return 'cancelled';
  return undefined;
}
