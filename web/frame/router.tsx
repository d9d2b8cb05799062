import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { adminPortal } from '../admin/pages.ts';
import { buyerPortal } from '../buyer/pages.ts';
import { installationPortal } from '../installation/pages.ts';
import { partnerPortal } from '../partner/pages.ts';
import { practicePortal } from '../practice/pages.ts';
import { publicPages } from '../public/pages.ts';
import { PageGate } from './page-gate.tsx';
import type { Portal, PortalPage } from './portal.ts';
import { parsePageSearch, writePageSearch } from './page-search.ts';
import { PageBroken, PageMissing } from './page-states.tsx';
import { askWho } from './session.tsx';
import { WayIn } from './way-in.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: PageMissing, errorComponent: PageBroken });

const PORTALS: readonly Portal[] = [adminPortal, buyerPortal, partnerPortal, practicePortal, installationPortal];

/** A page behind its gate, loaded when it is first opened. */
const gated = (portal: Portal, page: PortalPage) =>
  lazyRouteComponent(async () => {
    const { default: Page } = await page.load();
    const Gated = () => (
      <PageGate portal={portal} page={page}>
        <Page />
      </PageGate>
    );
    return { default: Gated };
  });

const portalRoutes = PORTALS.map((portal) => {
  const frame = createRoute({
    getParentRoute: () => root,
    path: portal.base,
    loader: askWho,
    component: lazyRouteComponent(async () => {
      const { PortalFrame } = await import('./portal-frame.tsx');
      return { default: () => <PortalFrame portal={portal} /> };
    }),
  });
  const pages = portal.jobs.flatMap(({ pages: ofJob }) =>
    ofJob.map((page) =>
      createRoute({
        getParentRoute: () => frame,
        path: page.path === '' ? '/' : page.path,
        component: gated(portal, page),
        errorComponent: PageBroken,
      }),
    ),
  );
  return frame.addChildren(pages);
});

const publicRoutes = publicPages.map((page) =>
  createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: lazyRouteComponent(page.load),
    errorComponent: PageBroken,
  }),
);

const wayIn = createRoute({ getParentRoute: () => root, path: '/', component: WayIn });

/** Every page there is, and what the address says of it. */
export const router = createRouter({
  routeTree: root.addChildren([wayIn, ...publicRoutes, ...portalRoutes]),
  parseSearch: parsePageSearch,
  stringifySearch: writePageSearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});
