import type { Authenticator, KeyAuthenticator } from '../../core/access/index.ts';
import type { SessionAuthenticator } from '../../core/identity/index.ts';
import { AppError } from '../../kernel/app-error.ts';

const NOBODY = 'This call needs a session or an API key. Sign in, or send "Authorization: Bearer <key>".';

/** Recognises programs by their keys and people by their sessions. */
export function eitherAuthenticator(keys: KeyAuthenticator, sessions: SessionAuthenticator): Authenticator {
  return {
    async authenticate({ key, sessionToken }, address) {
      if (key !== undefined) return keys.authenticate(key, address);
      if (sessionToken !== undefined) return sessions.authenticate(sessionToken, address);
      const fault = { field: 'Authorization', rule: 'required', message: NOBODY };
      throw new AppError('UNAUTHORIZED', NOBODY, { faults: [fault] });
    },
    async look({ key, sessionToken }, address) {
      if (key !== undefined) return keys.look(key, address);
      return sessionToken === undefined ? undefined : sessions.look(sessionToken, address);
    },
    async identify({ key, sessionToken }) {
      if (key !== undefined) return keys.identify(key);
      return sessionToken === undefined ? undefined : sessions.identify(sessionToken);
    },
  };
}
