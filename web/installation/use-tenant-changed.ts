import { useQueryClient } from '@tanstack/react-query';
import { failPage } from '../frame/fail-page.ts';
import { tellDone } from '../ui/tell.ts';

/** Says what was done to an organization or somebody in it, and asks anew how it stands. */
export function useTenantChanged(): (said: string) => void {
  const client = useQueryClient();
  return (said) => {
    tellDone(said);
    client.invalidateQueries({ queryKey: ['tenants'] }).catch(failPage);
    client.invalidateQueries({ queryKey: ['tenant-people'] }).catch(failPage);
  };
}
