import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import { runEach, type RunState } from './run-each.ts';

/** Few at once: the server has others to serve, and the report comes in the order of the list. */
const AT_ONCE = 2;

/** What all others would fail by as well: a second factor that was not shown, a session that is over. */
const endsAll = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'STEP_UP_REQUIRED' || error.status === 401);

interface BulkRun<T> {
  /** Undefined before the first start. */
  readonly state: RunState<T> | undefined;
  readonly total: number;
  readonly isRunning: boolean;
  readonly isStopping: boolean;
  readonly start: (items: readonly T[]) => void;
  readonly stop: () => void;
}

/** A run over many rows that the page shows. Whoever leaves the page stops it. */
export function useBulkRun<T>(act: (item: T) => Promise<unknown>, onEnded: () => void): BulkRun<T> {
  const [state, setState] = useState<RunState<T>>();
  const [total, setTotal] = useState(0);
  const [phase, setPhase] = useState<'still' | 'running' | 'stopping'>('still');
  const stopper = useRef(new AbortController());
  useEffect(() => () => stopper.current.abort(), []);
  const start = (items: readonly T[]): void => {
    const { signal } = (stopper.current = new AbortController());
    setTotal(items.length);
    setState({ done: [], failed: [], left: items });
    setPhase('running');
    runEach({ items, act, atOnce: AT_ONCE, signal, endsAll, onProgress: setState })
      .then((ended) => {
        setState(ended);
        setPhase('still');
        onEnded();
      })
      .catch(failPage);
  };
  const stop = (): void => {
    stopper.current.abort();
    setPhase('stopping');
  };
  return { state, total, isRunning: phase !== 'still', isStopping: phase === 'stopping', start, stop };
}
