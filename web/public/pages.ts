import type { PortalPage } from '../frame/portal.ts';

/** Pages for who is not signed in. */
export const publicPages: readonly PortalPage[] = [
  { path: '/sign-in', title: 'Sign in', load: () => import('./sign-in-page.tsx') },
  { path: '/reset', title: 'Reset your password', load: () => import('./reset-page.tsx') },
  { path: '/reset/$token', title: 'Choose a new password', load: () => import('./new-password-page.tsx') },
  { path: '/setup', title: 'Your account', load: () => import('./setup-page.tsx') },
  { path: '/setup/$token', title: 'Your account', load: () => import('./setup-page.tsx') },
  { path: '/posting/$campaignId/$token', title: 'How to post', load: () => import('./posting-page.tsx') },
];
