import { useDocumentVisibility } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { lookWhoIsIn } from './session.tsx';

/** After a stream that ended, though there is more to hear. */
const AGAIN_MS = 5_000;

interface StreamWish {
  readonly url: string;
  /** What hears each kind of event. */
  readonly hears: Readonly<Record<string, (data: unknown) => void>>;
  /** Whether there is something to hear: without it no connection is open. */
  readonly isWanted?: boolean;
  /** For a stream with signs of life: a line that is silent for longer is dead, whatever the browser believes. */
  readonly silentMs?: number;
}

/** `still`: nothing is wanted, or has come yet. `lost`: it is opened again by itself. `over`: the server refused. */
export type StreamLine = 'still' | 'hearing' | 'lost' | 'over';

/** The reason to end a stream that leaves nothing to hear. */
const DONE = 'all_done';

/**
 * Hears server-sent events while they are wanted and the window is seen: browsers open but few connections to one
 * server, so those that nobody looks at hold none. A line that breaks or ends is opened again, and one that is refused
 * is not; where nobody is signed in any more, the transport leads to the door. Gives how the line stands, and what
 * opens it anew.
 */
export function useEventStream(wish: StreamWish): readonly [StreamLine, again: () => void] {
  const { url, hears, isWanted = true, silentMs } = wish;
  const [line, setLine] = useState<StreamLine>('still');
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const isOpen = useDocumentVisibility() !== 'hidden' && isWanted;
  const latest = useRef(hears);
  useEffect(() => {
    latest.current = hears;
  }, [hears]);
  const kinds = Object.keys(hears).join(' ');
  useEffect(() => {
    if (!isOpen) return undefined;
    return openStream({
      url: `${url}#${round}`,
      kinds: kinds.split(' '),
      silentMs,
      hear: (kind, data) => latest.current[kind]?.(data),
      onLine: setLine,
      again,
    });
  }, [url, kinds, silentMs, isOpen, round, again]);
  return [isOpen ? line : 'still', again];
}

interface OpenWish {
  readonly url: string;
  readonly kinds: readonly string[];
  readonly silentMs: number | undefined;
  readonly hear: (kind: string, data: unknown) => void;
  readonly onLine: (line: StreamLine) => void;
  readonly again: () => void;
}

/** Opens one stream; gives what closes it. */
function openStream({ url, kinds, silentMs, hear, onLine, again }: OpenWish): () => void {
  const source = new EventSource(url);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lose = (): void => {
    source.close();
    onLine('lost');
    clearTimeout(timer);
    timer = setTimeout(again, AGAIN_MS);
  };
  const live = (): void => {
    onLine('hearing');
    clearTimeout(timer);
    if (silentMs !== undefined) timer = setTimeout(lose, silentMs);
  };
  // A proxy may open the line and hold back what comes over it: where there are signs of life, they alone count.
  if (silentMs === undefined) source.addEventListener('open', live);
  for (const kind of kinds)
    source.addEventListener(kind, (message: MessageEvent<string>) => {
      live();
      hear(kind, JSON.parse(message.data));
    });
  source.addEventListener('end', (message: MessageEvent<string>) => {
    const { reason } = JSON.parse(message.data) as { reason: string };
    if (reason !== DONE) {
      lookWhoIsIn();
      return lose();
    }
    source.close();
    clearTimeout(timer);
    onLine('still');
  });
  source.addEventListener('error', () => {
    // A broken line the browser mends by itself; a refusal is final to it.
    const isRefused = source.readyState === EventSource.CLOSED;
    onLine(isRefused ? 'over' : 'lost');
    if (isRefused) lookWhoIsIn();
  });
  globalThis.addEventListener('offline', lose);
  return () => {
    globalThis.removeEventListener('offline', lose);
    clearTimeout(timer);
    source.close();
  };
}
