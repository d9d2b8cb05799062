import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { attend } from './api.ts';
import { StepUpDialog } from './step-up-dialog.tsx';

/**
 * Answers the transport for the person: shows the dialog where a second factor is wanted again, and when the session is
 * over leads to the door, with the way back; nothing of what was seen stays in the window.
 */
export function SessionKeeper() {
  const client = useQueryClient();
  const { href } = useLocation();
  const here = useRef(href);
  useEffect(() => {
    here.current = href;
  }, [href]);
  const [asked, setAsked] = useState<((shown: boolean) => void) | undefined>();
  useEffect(
    () =>
      attend({
        stepUp: () => new Promise((resolve) => setAsked(() => resolve)),
        sessionEnded: () => {
          client.clear();
          const back = new URLSearchParams({ back: here.current, ended: '1' });
          globalThis.location.replace(`/sign-in?${back.toString()}`);
        },
      }),
    [client],
  );
  if (!asked) return null;
  const answer = (shown: boolean): void => {
    setAsked(undefined);
    asked(shown);
  };
  return <StepUpDialog onDone={() => answer(true)} onCancel={() => answer(false)} />;
}
