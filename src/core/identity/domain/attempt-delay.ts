const FIRST_MS = 2_000;

/** How many failures in a row are free, and how long a wait may become. */
export interface Patience {
  readonly free: number;
  readonly longestMs: number;
  /** After this long without a failure the count begins anew. */
  readonly forgetMs: number;
}

const MINUTE_MS = 60_000;

/** For an account: people mistype. The wait ends by itself, so that no stranger can lock anybody out for good. */
export const ACCOUNT_PATIENCE: Patience = { free: 4, longestMs: 15 * MINUTE_MS, forgetMs: 24 * 60 * MINUTE_MS };
/** For a network: an office behind one address has many people, and a spray of passwords has many accounts. */
export const NETWORK_PATIENCE: Patience = { free: 20, longestMs: 15 * MINUTE_MS, forgetMs: 60 * MINUTE_MS };

/** For changes of an own account, of which each sends a mail: so many that the one that matters drowns help a thief. */
export const CHANGE_PATIENCE: Patience = { free: 8, longestMs: 15 * MINUTE_MS, forgetMs: 24 * 60 * MINUTE_MS };

/** For invitations to one person, of whom a crowd of them would bury the mailbox. */
export const INVITATION_PATIENCE: Patience = { free: 4, longestMs: 15 * MINUTE_MS, forgetMs: 24 * 60 * MINUTE_MS };

/** The wait after so many failures in a row, in milliseconds: none at first, then doubling (OWASP ASVS 5.0, 6.3.1). */
export function delayAfter(failures: number, { free, longestMs }: Patience): number {
  if (failures <= free) return 0;
  return Math.min(FIRST_MS * 2 ** Math.min(failures - free - 1, 30), longestMs);
}
