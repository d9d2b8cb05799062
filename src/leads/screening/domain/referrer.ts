/** A host with what its paths begin with: `example.com/landing`; a host alone stands for all that is on it. */
export interface Referrer {
  readonly host: string;
  /** Empty, or from the slash on. */
  readonly path: string;
}

const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads an address or a host as people write it, with or without `https://`; undefined for what is neither. Queries and
 * marks do not count: what a visitor searched for is nobody's block list.
 */
export function readReferrer(text: string): Referrer | undefined {
  const trimmed = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!/^https?:/i.test(whole) || !URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  const host = url.hostname.replace(/\.$/, '').replace(/^www\./, '');
  if (!HOST.test(host) || url.username !== '') return undefined;
  return { host, path: url.pathname === '/' ? '' : url.pathname };
}

/** A referrer in the one form in which it is kept. */
export const referrerText = ({ host, path }: Referrer): string => host + path;

/** Blocked referrers by their host. */
export type ReferrerIndex = ReadonlyMap<string, readonly string[]>;

export function indexReferrers(texts: readonly string[]): ReferrerIndex {
  const all = texts.map((text) => readReferrer(text)).filter((one) => one !== undefined);
  return new Map([...Map.groupBy(all, ({ host }) => host)].map(([host, ones]) => [host, ones.map(({ path }) => path)]));
}

/** Whether an address is on a blocked host, or one below it, in a path that is blocked there. */
export function isBlockedReferrer(index: ReferrerIndex, text: string): boolean {
  const referrer = index.size === 0 ? undefined : readReferrer(text);
  if (!referrer) return false;
  const labels = referrer.host.split('.');
  return labels.some((_label, start) =>
    (index.get(labels.slice(start).join('.')) ?? []).some((path) => begins(referrer.path, path)),
  );
}

/** `/landing` stands for `/landing`, `/landing/a` and `/landing.html`, and not for `/landings`. */
function begins(path: string, prefix: string): boolean {
  if (!path.startsWith(prefix)) return false;
  const next = path.charAt(prefix.length);
  return prefix === '' || prefix.endsWith('/') || next === '' || !/[\p{L}\p{N}]/u.test(next);
}
