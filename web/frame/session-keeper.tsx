import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { attend } from './api.ts';
import { leavePortal } from './leave-portal.ts';
import { watchOtherWindows } from './other-windows.ts';
import { usePerson } from './session.tsx';
import { StepUpDialog } from './step-up-dialog.tsx';

/** A question that is open: all calls that wait for it get the one answer. */
interface Asked {
  readonly shown: Promise<boolean>;
  readonly answer: (shown: boolean) => void;
}

function useAsked() {
  const open = useRef<Asked>(undefined);
  const [asked, setAsked] = useState<Asked>();
  const ask = (): Promise<boolean> => {
    if (open.current) return open.current.shown;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const answer = (shown: boolean): void => {
      open.current = undefined;
      setAsked(undefined);
      resolve(shown);
    };
    open.current = { shown: promise, answer };
    setAsked(open.current);
    return promise;
  };
  return { open, asked, ask } as const;
}

/**
 * Answers the transport for the person: shows the dialog where somebody must show again who they are, and when the
 * session is over leads to the door, with the way back; nothing of what was seen stays in the window.
 */
export function SessionKeeper() {
  const me = usePerson();
  const { href } = useLocation();
  const here = useRef(href);
  useEffect(() => {
    here.current = href;
  }, [href]);
  const { open, asked, ask } = useAsked();
  const asking = useRef(ask);
  useEffect(
    () =>
      attend({
        stepUp: () => asking.current(),
        sessionEnded: () => {
          const back = new URLSearchParams({ back: here.current, ended: '1' });
          leavePortal(() => globalThis.location.replace(`/sign-in?${back.toString()}`));
        },
      }),
    [],
  );
  useEffect(() => watchOtherWindows(me, () => leavePortal(() => globalThis.location.reload())), [me]);
  // Escape closes this question alone, and not the dialog beneath it with what was typed there: it is heard here first.
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !open.current) return;
      event.stopImmediatePropagation();
      open.current.answer(false);
    };
    globalThis.addEventListener('keydown', hear, { capture: true });
    return () => globalThis.removeEventListener('keydown', hear, { capture: true });
  }, [open]);
  if (!asked) return null;
  return <StepUpDialog onDone={() => asked.answer(true)} onCancel={() => asked.answer(false)} />;
}
