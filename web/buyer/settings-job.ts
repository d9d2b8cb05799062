import { IconSettings } from '@tabler/icons-react';
import type { PortalJob } from '../frame/portal.ts';

/** What a buyer sets for itself. */
export const settingsJob: PortalJob = {
  label: 'Settings',
  icon: IconSettings,
  pages: [
    {
      path: 'settings/keys',
      title: 'API keys',
      permission: 'api-keys:own-buyer',
      load: () => import('../keys/buyer-keys-page.tsx'),
    },
  ],
};
