import { ApiError } from './api.ts';
import { failPage } from './fail-page.ts';
import { type Me, readMe } from './session.tsx';

const CHANNEL = 'careroute-session';
/** A window hears its own word, too. */
const OWN = crypto.randomUUID();

/** Tells the other windows of this browser that somebody came or went: they share one cookie. */
export function tellOtherWindows(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(OWN);
  channel.close();
}

/** Who is meant by a session, and where: what a window shows is for nobody else. */
const placeOf = ({ id, role, tenantId, piiAccess, guest }: Me): string =>
  JSON.stringify([id, role, tenantId, piiAccess, guest?.grantId]);

/**
 * Looks whether the cookie still speaks for whom this window was drawn, when another window says that it may not, and
 * when this one is looked at again. Where nobody is signed in any more, the transport leads to the door; where it is
 * somebody else, `onOther` is called. Gives what ends it.
 */
export function watchOtherWindows(shown: Me, onOther: () => void): () => void {
  const look = async (): Promise<void> => {
    const now = await readMe();
    if (now && placeOf(now) !== placeOf(shown)) onOther();
  };
  const lookNow = (): void => {
    // Who cannot be asked now is asked by the next call of the page.
    look().catch((error: unknown) => (error instanceof ApiError ? undefined : failPage(error)));
  };
  const hear = ({ data }: MessageEvent<unknown>): void => (data === OWN ? undefined : lookNow());
  const lookUp = (): void => (document.hidden ? undefined : lookNow());
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', hear);
  document.addEventListener('visibilitychange', lookUp);
  return () => {
    channel.close();
    document.removeEventListener('visibilitychange', lookUp);
  };
}
