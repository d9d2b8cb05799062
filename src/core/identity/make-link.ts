import { newId } from '../../kernel/ids.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { linkInsert, type LinkPurpose } from './link-store.ts';
import { hashToken, newToken } from './secret-token.ts';

const HOUR_MS = 3_600_000;
const LIFETIME_MS: Readonly<Record<LinkPurpose, number>> = { invitation: 7 * 24 * HOUR_MS, password_reset: HOUR_MS };
const PATH: Readonly<Record<LinkPurpose, string>> = { invitation: '/setup/', password_reset: '/reset/' };

/** A link that was just made; its token is in the address and nowhere else. */
export interface MadeLink {
  readonly linkId: string;
  readonly url: string;
  readonly expiresAt: Date;
  /** Ids of the earlier ones, which open nothing from now on. */
  readonly spent: readonly string[];
}

/** Makes a link of one use for a person; earlier ones of the same purpose end. */
export async function makeLink(
  tx: TenantWriter,
  link: { readonly userId: string; readonly purpose: LinkPurpose; readonly publicUrl: string; readonly now: Date },
): Promise<MadeLink> {
  const { userId, purpose, publicUrl, now } = link;
  const token = newToken();
  const linkId = newId(now.getTime());
  const expiresAt = new Date(now.getTime() + LIFETIME_MS[purpose]);
  const spent = await linkInsert(tx, { linkId, userId, purpose, tokenHash: hashToken(token), now, expiresAt });
  return { linkId, url: `${publicUrl}${PATH[purpose]}${token}`, expiresAt, spent };
}

export const invitationMail = (to: string, organization: string, url: string) => ({
  to,
  subject: `Your account at ${organization.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ').slice(0, 200)}`,
  text:
    `An account was made for you at ${organization}.\n\n` +
    `Choose a password here. The link works once, for seven days:\n${url}\n\n` +
    'If you did not expect this, ignore it: nothing happens without you.\n',
});

export const resetMail = (to: string, url: string) => ({
  to,
  subject: 'Choose a new password',
  text:
    'Somebody, hopefully you, asked for a new password of this account.\n\n' +
    `Choose it here. The link works once, for an hour:\n${url}\n\n` +
    'You will need your second factor to sign in afterwards, as always. If you did not ask, ignore this.\n',
});

export const signUpMail = (to: string, organization: string, url: string) => ({
  to,
  subject: 'Your new organisation is being set up',
  text:
    `Somebody, hopefully you, signed up with this address for ${organization.replaceAll(/\s+/g, ' ')}.\n\n` +
    `Sign in with the password you chose, or choose another one here, once within seven days:\n${url}\n\n` +
    'If you did not sign up, ignore this.\n',
});
