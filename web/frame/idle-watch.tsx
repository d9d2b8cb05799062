import { Button, Group, Modal, Text } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answerOf, api, ApiError } from './api.ts';
import { failPage } from './fail-page.ts';
import { usePerson } from './session.tsx';
import { useSignOut } from './use-sign-out.ts';
import { frameTexts as t } from '../texts/frame.ts';

const WARN_SECONDS = 60;
const TICK_MS = 1_000;
/** The session is told of somebody at work no more often than this. */
const TELL_MS = 60_000;
const CHANNEL = 'careroute-activity';
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** A refusal means that the session is over, and that is seen where all answers are. */
async function tellServer(): Promise<void> {
  try {
    await answerOf(api.GET('/api/v1/ping'));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

/** Seconds since anybody did anything in any window of this browser. */
function useIdleSeconds(): readonly [number, () => void] {
  const [idle, setIdle] = useState(0);
  const stir = useRef<() => void>(undefined);
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    let last = Date.now();
    let told = Date.now();
    const note = (): void => {
      last = Date.now();
    };
    const act = (): void => {
      note();
      if (last - told < TELL_MS) return;
      told = last;
      channel.postMessage('here');
      tellServer().catch(failPage);
    };
    channel.addEventListener('message', note);
    for (const sign of SIGNS) globalThis.addEventListener(sign, act, { passive: true });
    const timer = setInterval(() => setIdle(Math.floor((Date.now() - last) / 1_000)), TICK_MS);
    stir.current = () => {
      told = 0;
      act();
      setIdle(0);
    };
    return () => {
      clearInterval(timer);
      channel.close();
      for (const sign of SIGNS) globalThis.removeEventListener(sign, act);
    };
  }, []);
  return [idle, useCallback(() => stir.current?.(), [])];
}

/** 45 CFR 164.312(a)(2)(iii): who is away is asked, and then signed out, though the page goes on asking the server. */
export function IdleWatch() {
  const { idleSeconds } = usePerson();
  const [idle, stir] = useIdleSeconds();
  const signOut = useSignOut();
  const left = (idleSeconds ?? Infinity) - idle;
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) signOut('/sign-in?ended=1');
  }, [isOver, signOut]);
  return (
    <Modal opened={left <= WARN_SECONDS} onClose={stir} title={t.stillThere} withCloseButton={false}>
      <Text role="status">{t.signedOutIn(Math.max(left, 0))}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => signOut('/sign-in')}>
          {t.signOutNow}
        </Button>
        <Button onClick={stir} data-autofocus>
          {t.staySignedIn}
        </Button>
      </Group>
    </Modal>
  );
}
