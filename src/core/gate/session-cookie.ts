import { parseCookie, stringifySetCookie } from 'cookie';

/** The session's cookie: bound to this very host, unreadable for scripts, and never sent from another site. */
const NAME = '__Host-lr_session';

export type SessionCookie = { readonly token: string; readonly maxAgeSeconds: number } | 'clear';

/** The token in the Cookie header of a request; undefined if there is none, or none that could be ours. */
export function presentedSession(header: string | readonly string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  const token = parseCookie(header)[NAME];
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined;
}

/** The Set-Cookie header that carries the session, or takes it away. */
export function setCookieOf(cookie: SessionCookie): string {
  const [value, maxAge] = cookie === 'clear' ? ['', 0] : [cookie.token, cookie.maxAgeSeconds];
  return stringifySetCookie({ name: NAME, value, maxAge, path: '/', httpOnly: true, secure: true, sameSite: 'strict' });
}
