import { useDocumentVisibility } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { lookWhoIsIn } from '../frame/session.tsx';
import { type FedLead, merged } from './feed-buffer.ts';

/** What comes is drawn at most so often: a table costs the same to lay out for one new row as for many. */
const DRAW_MS = 250;

export interface Feed {
  readonly leads: readonly FedLead[];
  readonly state: 'on' | 'lost' | 'over';
  /** Whether the server left something out, since it came faster than this window took it. */
  readonly skipped: boolean;
  /** Changes that were heard and are not drawn yet; undefined unless it is paused. */
  readonly waiting: number | undefined;
  readonly setPaused: (paused: boolean) => void;
  readonly again: () => void;
}

/**
 * Follows leads as they come, over one connection that mends itself. Only while the window can be seen: a browser has
 * few connections to one server for all its windows.
 */
export function useFeed(): Feed {
  const [leads, setLeads] = useState<readonly FedLead[]>([]);
  const [state, setState] = useState<Feed['state']>('on');
  const [skipped, setSkipped] = useState(false);
  const [waiting, setWaiting] = useState<number>();
  const [round, setRound] = useState(0);
  const heard = useRef<FedLead[]>([]);
  const paused = useRef(false);
  const isSeen = useDocumentVisibility() !== 'hidden';
  useEffect(() => {
    if (!isSeen) return undefined;
    const source = new EventSource(`/api/v1/leads/feed#${round}`);
    source.addEventListener('open', () => setState('on'));
    const end = (): void => {
      source.close();
      setState('over');
      lookWhoIsIn();
    };
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) end();
      else setState('lost');
    });
    source.addEventListener('leads', (event: MessageEvent<string>) => {
      heard.current.push(...(JSON.parse(event.data) as FedLead[]));
    });
    source.addEventListener('skipped', () => setSkipped(true));
    source.addEventListener('end', end);
    const timer = setInterval(() => {
      if (paused.current) setWaiting(heard.current.length);
      else if (heard.current.length > 0) {
        const news = heard.current.splice(0);
        setLeads((before) => merged(before, news));
      }
    }, DRAW_MS);
    return () => {
      clearInterval(timer);
      source.close();
    };
  }, [round, isSeen]);
  const setPaused = useCallback((next: boolean) => {
    paused.current = next;
    setWaiting(next ? 0 : undefined);
  }, []);
  const again = useCallback(() => {
    setState('on');
    setRound((before) => before + 1);
  }, []);
  return { leads, state, skipped, waiting, setPaused, again };
}
