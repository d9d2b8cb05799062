import { Navigate, useLocation } from '@tanstack/react-router';
import { PageFailed, PageLoading } from './page-states.tsx';
import type { Portal } from './portal.ts';
import { PORTAL_BASE } from './portal-base.ts';
import { PortalShell } from './portal-shell.tsx';
import { portalOf, SignedIn, useMe } from './session.tsx';

/** A portal opens to whom it is for; strangers come back here after they signed in, others are led to their own. */
export function PortalFrame({ portal }: { readonly portal: Portal }) {
  const me = useMe();
  const { href } = useLocation();
  if (me.isPending) return <PageLoading />;
  if (me.isError) return <PageFailed error={me.error} onRetry={() => me.refetch()} />;
  if (!me.data) return <Navigate to="/sign-in" search={{ back: href }} replace />;
  const own = PORTAL_BASE[portalOf(me.data)];
  if (own !== portal.base) return <Navigate to={own} replace />;
  return (
    <SignedIn me={me.data}>
      <PortalShell portal={portal} />
    </SignedIn>
  );
}
