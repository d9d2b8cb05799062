import { useLocalStorage } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { failPage } from '../frame/fail-page.ts';
import { usePerson } from '../frame/session.tsx';
import { keyOf, type Notice, wordsOf } from './notice-types.ts';

const NOTICES = ['notices'] as const;
/** How old they may be when the person goes to another page or comes back to the window. */
const FRESH_MS = 30_000;

/** What awaits the person. It is asked for when the person does something, so that it keeps no session alive. */
export function useNotices() {
  const client = useQueryClient();
  const { pathname } = useLocation();
  const notices = useQuery({
    queryKey: NOTICES,
    queryFn: async () => (await answerOf(api.GET('/api/v1/notices'))).data.filter((notice) => wordsOf(notice)),
    staleTime: FRESH_MS,
    refetchOnWindowFocus: true,
  });
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    client.refetchQueries({ queryKey: NOTICES, stale: true }).catch(failPage);
  }, [client, pathname]);
  return notices;
}

interface Seen {
  readonly isSeen: (notice: Notice) => boolean;
  /** Marks all of these as seen, and forgets those that are gone. */
  readonly see: (notices: readonly Notice[]) => void;
}

/** Which notices were seen, in this browser, kept by ids and times alone. */
export function useSeen(): Seen {
  const { id } = usePerson();
  const [keys, setKeys] = useLocalStorage<readonly string[]>({
    key: `careroute-seen-notices-${id}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return {
    isSeen: (notice) => keys.includes(keyOf(notice)),
    see: (notices) => setKeys(notices.map(keyOf)),
  };
}
