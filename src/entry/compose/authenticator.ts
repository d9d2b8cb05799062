import type { Authenticator, KeyAuthenticator } from '../../core/access/index.ts';
import type { SessionAuthenticator } from '../../core/identity/index.ts';
import type { LeadSessionAuthenticator } from '../../leads/sessions/index.ts';
import { AppError } from '../../kernel/app-error.ts';

const NOBODY = 'This call needs a session or an API key. Sign in, or send "Authorization: Bearer <key>".';

const BAD_SESSION_KEY = 'This session key is not valid here: unknown, mistyped or expired. Create another session.';

/** Recognises programs by their keys, people by their sessions, and forms by the key of what they bring together. */
export function eitherAuthenticator(
  keys: KeyAuthenticator,
  sessions: SessionAuthenticator,
  forms: LeadSessionAuthenticator,
): Authenticator {
  return {
    async authenticate({ key, sessionToken }, address) {
      if (key !== undefined && forms.isKey(key)) {
        const caller = await forms.look(key);
        if (caller) return caller;
        const fault = { field: 'Authorization', rule: 'invalid_key', message: BAD_SESSION_KEY };
        throw new AppError('UNAUTHORIZED', BAD_SESSION_KEY, { faults: [fault] });
      }
      if (key !== undefined) return keys.authenticate(key, address);
      if (sessionToken !== undefined) return sessions.authenticate(sessionToken, address);
      const fault = { field: 'Authorization', rule: 'required', message: NOBODY };
      throw new AppError('UNAUTHORIZED', NOBODY, { faults: [fault] });
    },
    async look({ key, sessionToken }, address) {
      if (key !== undefined && forms.isKey(key)) return forms.look(key);
      if (key !== undefined) return keys.look(key, address);
      return sessionToken === undefined ? undefined : sessions.look(sessionToken, address);
    },
    async identify({ key, sessionToken }) {
      if (key !== undefined && forms.isKey(key)) return forms.look(key);
      if (key !== undefined) return keys.identify(key);
      return sessionToken === undefined ? undefined : sessions.identify(sessionToken);
    },
  };
}
