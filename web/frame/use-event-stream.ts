import { useEffect, useRef, useState } from 'react';

/** After a stream that ended or was refused, though there is more to hear. */
const AGAIN_MS = 5_000;
/** A line on which nothing comes for so long is dead, whatever the browser believes. */
const SILENT_MS = 25_000;

interface StreamWish {
  readonly url: string;
  /** Whether there is something to hear: without it no connection is open. */
  readonly isWanted: boolean;
  /** The name of the events that tell something; at least an empty one comes every 10 seconds. */
  readonly event: string;
  readonly hear: (data: unknown) => void;
}

/** `still`: nothing is wanted, or has come yet. `lost`: the line broke, and is being opened again. */
export type StreamLine = 'still' | 'hearing' | 'lost';

/** Reasons to end a stream that a new one would not help. */
const OVER = new Set(['all_done', 'not_allowed']);

/**
 * Hears server-sent events while they are wanted and the window is seen: browsers open but few connections to one
 * server, so those that nobody looks at hold none. A line that breaks is opened again; the server tells the whole state
 * first. Gives how the line stands.
 */
export function useEventStream({ url, isWanted, event, hear }: StreamWish): StreamLine {
  const [line, setLine] = useState<StreamLine>('still');
  const [round, setRound] = useState(0);
  const isSeen = useIsSeen();
  const listener = useRef(hear);
  useEffect(() => {
    listener.current = hear;
  }, [hear]);
  useEffect(() => {
    if (!isWanted || !isSeen) return undefined;
    const source = new EventSource(`${url}#${round}`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (): void => {
      source.close();
      setLine('lost');
      clearTimeout(timer);
      timer = setTimeout(() => setRound((before) => before + 1), AGAIN_MS);
    };
    source.addEventListener(event, (message: MessageEvent<string>) => {
      setLine('hearing');
      clearTimeout(timer);
      timer = setTimeout(again, SILENT_MS);
      listener.current(JSON.parse(message.data));
    });
    source.addEventListener('end', (message: MessageEvent<string>) => {
      const { reason } = JSON.parse(message.data) as { reason: string };
      if (!OVER.has(reason)) return again();
      source.close();
      clearTimeout(timer);
      setLine('still');
    });
    source.addEventListener('error', () => {
      setLine('lost');
      // A refusal is final to the browser; a broken line it mends by itself.
      if (source.readyState === EventSource.CLOSED) again();
    });
    globalThis.addEventListener('offline', again);
    return () => {
      globalThis.removeEventListener('offline', again);
      clearTimeout(timer);
      source.close();
      setLine((now) => (now === 'lost' ? now : 'still'));
    };
  }, [url, event, isWanted, isSeen, round]);
  return isWanted && isSeen ? line : 'still';
}

/** Whether the window is in front of somebody. */
function useIsSeen(): boolean {
  const [isSeen, setSeen] = useState(document.visibilityState === 'visible');
  useEffect(() => {
    const look = (): void => setSeen(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isSeen;
}
