import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { failPage } from './fail-page.ts';

/** Has everything asked for anew that is known under these nouns: `renew('exports', 'notices')`. */
export function useRenew(): (...nouns: readonly string[]) => void {
  const client = useQueryClient();
  return useCallback(
    (...nouns) => {
      for (const noun of nouns) client.invalidateQueries({ queryKey: [noun] }).catch(failPage);
    },
    [client],
  );
}
