import { ok } from '../../kernel/result.ts';
import { type Secret, secretOf } from './secret.ts';
import { type Reader, refuse } from './setting.ts';

/** The address people and partners use: https, a host, perhaps a port. Comes back as an origin, without a slash. */
export const publicUrl: Reader<string> = (text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:') return refuse('wrong_form', 'Give an address that starts with https://.');
  const rest = [url.search, url.hash, url.username, url.password].join('');
  if (url.pathname === '/' && rest === '') return ok(url.origin);
  return refuse('wrong_form', 'Give scheme, host and port only, such as https://leads.example.org.');
};

/** Where mail goes: `smtps://` or `smtp://` (then STARTTLS is demanded), with name and password where needed. */
export const smtpUrl: Reader<Secret> = (text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '')
    return refuse('wrong_form', 'Give smtps://user:password@host:port, or smtp:// for a server with STARTTLS.');
  // The mail library would take options from here, such as one that turns the certificate check off.
  if (url.search !== '' || url.hash !== '' || !['', '/'].includes(url.pathname))
    return refuse('unsafe', 'Give scheme, user, password, host and port only; options in the address are not read.');
  if ((url.username === '') !== (url.password === ''))
    return refuse('wrong_form', 'Give both a user and a password in the address, or neither.');
  return isDecodable(url.username) && isDecodable(url.password)
    ? ok(secretOf(text))
    : refuse('wrong_form', 'Write a % in user or password as %25.');
};

/** Whether percent signs of the text are escapes of UTF-8. */
export function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
