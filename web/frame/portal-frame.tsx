import { Navigate, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useIsLeaving } from './leave-portal.ts';
import { PageFailed, PageLoading } from './page-states.tsx';
import type { Portal } from './portal.ts';
import { PORTAL_BASE } from './portal-base.ts';
import { PortalShell } from './portal-shell.tsx';
import { portalOf, SignedIn, useMe } from './session.tsx';
import { useGo } from './use-go.ts';

/** A portal opens to whom it is for; strangers come back here after they signed in, others are led to their own. */
export function PortalFrame({ portal }: { readonly portal: Portal }) {
  const me = useMe();
  if (useIsLeaving()) return <PageLoading />;
  if (me.isPending) return <PageLoading />;
  if (me.isError) return <PageFailed error={me.error} onRetry={() => me.refetch()} />;
  if (!me.data) return <ToSignIn />;
  const own = PORTAL_BASE[portalOf(me.data)];
  if (own !== portal.base) return <Navigate to={own} replace />;
  return (
    <SignedIn me={me.data}>
      <PortalShell portal={portal} />
    </SignedIn>
  );
}

/** To the door, once, with the way back as it was when the page was opened. */
function ToSignIn() {
  const { href } = useLocation();
  const go = useGo();
  const [back] = useState(href);
  useEffect(() => go(`/sign-in?${new URLSearchParams({ back }).toString()}`, { replace: true }), [back, go]);
  return <PageLoading />;
}
