import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageClosed } from './page-states.tsx';
import { firstHref, mayOpen, type Portal, type PortalPage } from './portal.ts';
import { useMay } from './session.tsx';

interface PageGateProps {
  readonly portal: Portal;
  readonly page: PortalPage;
  readonly children: ReactNode;
}

/**
 * A page opens to whom it is for. The first page of a portal leads all others to the first one that is open to them;
 * any other page says that it is not for them.
 */
export function PageGate({ portal, page, children }: PageGateProps) {
  const may = useMay();
  if (mayOpen(page, may)) return children;
  const first = firstHref(portal, may);
  if (page.path === '' && first !== undefined) return <Navigate to={first} replace />;
  return <PageClosed to={first} />;
}
