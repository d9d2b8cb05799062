import { useQueryClient } from '@tanstack/react-query';
import { failPage } from '../../frame/fail-page.ts';

/** Has everything under these words read anew, after it was changed. */
export function useRefresh(...names: readonly string[]): () => void {
  const client = useQueryClient();
  return () => {
    for (const name of names) client.invalidateQueries({ queryKey: [name] }).catch(failPage);
  };
}
