import { PORTAL_BASE } from '../frame/portal-base.ts';
import { portalOf, usePerson } from '../frame/session.tsx';
import { peopleTexts as t } from '../texts/people-access.ts';

const PLACES = {
  admin: { path: '/settings/users', title: t.users },
  practice: { path: '/team', title: t.team },
  installation: { path: '/superadmins', title: t.superadmins },
} as const;

/** Where the portal has its people, and how it calls them. */
export function usePeoplePlace(): { readonly href: string; readonly title: string } {
  const portal = portalOf(usePerson());
  const place = portal === 'practice' || portal === 'installation' ? PLACES[portal] : PLACES.admin;
  return { href: `${PORTAL_BASE[portal]}${place.path}`, title: place.title };
}
