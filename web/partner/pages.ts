import { IconHome } from '@tabler/icons-react';
import { accountJob } from '../account/account-job.ts';
import type { Portal } from '../frame/portal.ts';
import { settingsJob } from './settings-job.ts';

/** The portal's pages. */
export const partnerPortal: Portal = {
  base: '/partner',
  name: 'Partner',
  jobs: [
    { label: 'Today', icon: IconHome, pages: [{ path: '', title: 'Today', load: () => import('./today-page.tsx') }] },
    settingsJob,
    accountJob,
  ],
};
