import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { failPage } from './fail-page.ts';

/** What the address says after the question mark: plain words, one each. */
export type PageSearch = Readonly<Record<string, string>>;

export const parsePageSearch = (text: string): PageSearch => Object.fromEntries(new URLSearchParams(text));

export function writePageSearch(search: Readonly<Record<string, unknown>>): string {
  const kept = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  const text = new URLSearchParams(kept).toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * What the address of the page holds, and how to change it: a link to the page gives the same view again. An undefined
 * value takes a word away. `replace` leaves no step to go back to.
 */
export function usePageSearch(): [
  PageSearch,
  (change: Readonly<Record<string, string | undefined>>, how?: { replace?: boolean }) => void,
] {
  const search: PageSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (next: Readonly<Record<string, string | undefined>>, how: { replace?: boolean } = {}) => {
      const merged = (before: PageSearch) => ({ ...before, ...next });
      navigate({ to: '.', search: merged, replace: how.replace ?? false }).catch(failPage);
    },
    [navigate],
  );
  return [search, change];
}
