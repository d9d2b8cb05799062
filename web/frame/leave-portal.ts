import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { tellOtherWindows } from './other-windows.ts';
import { queryClient } from './query-client.ts';

let isLeaving = false;
const listeners = new Set<() => void>();

const subscribe = (listen: () => void): (() => void) => {
  listeners.add(listen);
  return () => listeners.delete(listen);
};

/** Whether the portal is being left for good: then nothing of it is drawn. */
export const useIsLeaving = (): boolean => useSyncExternalStore(subscribe, () => isLeaving);

/**
 * Leaves the portal, by `go`. First it is taken off the screen and what it knew is forgotten: a form that was not saved
 * would have the browser ask whether to stay, and nobody may be there to answer (45 CFR 164.312(a)(2)(iii)).
 */
export function leavePortal(go: () => void): void {
  isLeaving = true;
  flushSync(() => {
    for (const listen of listeners) listen();
  });
  queryClient.clear();
  // A browser that kept the page would show it again as it was left.
  globalThis.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) globalThis.location.reload();
  });
  go();
}

/** Goes to an address as somebody else, or as nobody: the session has changed, and the other windows hear of it. */
export function leaveAsOther(to: string): void {
  tellOtherWindows();
  leavePortal(() => globalThis.location.assign(to));
}
