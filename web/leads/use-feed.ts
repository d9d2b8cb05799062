import { useCallback, useEffect, useRef, useState } from 'react';
import { type StreamLine, useEventStream } from '../frame/use-event-stream.ts';
import { type FedLead, merged } from './feed-buffer.ts';

/** What comes is drawn at most so often: a table costs the same to lay out for one new row as for many. */
const DRAW_MS = 250;

export interface Feed {
  readonly leads: readonly FedLead[];
  readonly line: StreamLine;
  /** Whether the server left something out, since it came faster than this window took it. */
  readonly skipped: boolean;
  /** Changes that were heard and are not drawn yet; undefined unless it is paused. */
  readonly waiting: number | undefined;
  readonly setPaused: (paused: boolean) => void;
  readonly again: () => void;
}

/** Follows leads as they come. */
export function useFeed(): Feed {
  const [leads, setLeads] = useState<readonly FedLead[]>([]);
  const [skipped, setSkipped] = useState(false);
  const [waiting, setWaiting] = useState<number>();
  const heard = useRef<FedLead[]>([]);
  const paused = useRef(false);
  const [line, again] = useEventStream({
    url: '/api/v1/leads/feed',
    hears: {
      leads: (data) => heard.current.push(...(data as FedLead[])),
      skipped: () => setSkipped(true),
    },
  });
  useEffect(() => {
    const timer = setInterval(() => {
      if (paused.current) setWaiting(heard.current.length);
      else if (heard.current.length > 0) {
        const news = heard.current.splice(0);
        setLeads((before) => merged(before, news));
      }
    }, DRAW_MS);
    return () => clearInterval(timer);
  }, []);
  const setPaused = useCallback((next: boolean) => {
    paused.current = next;
    setWaiting(next ? 0 : undefined);
  }, []);
  return { leads, line, skipped, waiting, setPaused, again };
}
