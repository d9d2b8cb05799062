import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { attend } from './api.ts';
import { leavePortal } from './leave-portal.ts';
import { watchOtherWindows } from './other-windows.ts';
import { usePerson } from './session.tsx';
import { StepUpDialog } from './step-up-dialog.tsx';

/**
 * Answers the transport for the person: shows the dialog where a second factor is wanted again, and when the session is
 * over leads to the door, with the way back; nothing of what was seen stays in the window.
 */
export function SessionKeeper() {
  const me = usePerson();
  const { href } = useLocation();
  const here = useRef(href);
  useEffect(() => {
    here.current = href;
  }, [href]);
  // Several calls may ask at once: one dialog answers them all.
  const [asked, setAsked] = useState<readonly ((shown: boolean) => void)[]>([]);
  useEffect(
    () =>
      attend({
        stepUp: () => new Promise((resolve) => setAsked((before) => [...before, resolve])),
        sessionEnded: () => {
          const back = new URLSearchParams({ back: here.current, ended: '1' });
          leavePortal(() => globalThis.location.replace(`/sign-in?${back.toString()}`));
        },
      }),
    [],
  );
  useEffect(() => watchOtherWindows(me, () => leavePortal(() => globalThis.location.reload())), [me]);
  if (asked.length === 0) return null;
  const answer = (shown: boolean): void => {
    setAsked([]);
    for (const tell of asked) tell(shown);
  };
  return <StepUpDialog onDone={() => answer(true)} onCancel={() => answer(false)} />;
}
