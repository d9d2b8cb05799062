import { IconUserSearch } from '@tabler/icons-react';
import type { PortalJob } from '../frame/portal.ts';

/** All leads of one human together. */
export const peopleJob: PortalJob = {
  label: 'People',
  icon: IconUserSearch,
  pages: [
    {
      path: 'people',
      title: 'People',
      permission: 'people:read',
      keywords: 'find e-mail phone merge duplicates',
      load: () => import('./people/people-page.tsx'),
    },
    {
      path: 'people/$personId',
      title: 'Person',
      permission: 'people:read',
      load: () => import('./people/person-page.tsx'),
    },
  ],
};
