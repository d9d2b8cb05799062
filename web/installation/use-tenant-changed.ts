import { useRenew } from '../frame/use-renew.ts';
import { tellDone } from '../ui/tell.ts';

/** Says what was done to an organization or somebody in it, and asks anew how it stands. */
export function useTenantChanged(): (said: string) => void {
  const renew = useRenew();
  return (said) => {
    tellDone(said);
    renew('tenants', 'tenant-people');
  };
}
