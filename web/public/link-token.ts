import { useEffect, useState } from 'react';
import { usePageParam } from '../frame/page-param.ts';

/** The secret of a mailed link, taken out of the address at once: neither history nor a referrer keeps it. */
export function useLinkToken(): string {
  const token = usePageParam('token');
  const [kept] = useState(token);
  useEffect(() => {
    const [, kind = ''] = globalThis.location.pathname.split('/');
    // Past the router, for which the page stays the one of the link.
    History.prototype.replaceState.call(globalThis.history, globalThis.history.state, '', `/${kind}`);
  }, []);
  return kept;
}
