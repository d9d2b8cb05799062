import { Navigate } from '@tanstack/react-router';
import { PageLoading, PageFailed } from './page-states.tsx';
import { PORTAL_BASE } from './portal-base.ts';
import { portalOf, useMe } from './session.tsx';

/** The bare address leads everybody to the own place, and strangers to the door. */
export function WayIn() {
  const me = useMe();
  if (me.isPending) return <PageLoading />;
  if (me.isError) return <PageFailed error={me.error} onRetry={() => me.refetch()} />;
  return <Navigate to={me.data ? PORTAL_BASE[portalOf(me.data)] : '/sign-in'} replace />;
}
