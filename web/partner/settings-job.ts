import { IconSettings } from '@tabler/icons-react';
import type { PortalJob } from '../frame/portal.ts';

/** What a partner sets for itself. */
export const settingsJob: PortalJob = {
  label: 'Settings',
  icon: IconSettings,
  pages: [
    {
      path: 'settings/keys',
      title: 'API keys',
      permission: 'api-keys:own-partner',
      load: () => import('../keys/partner-keys-page.tsx'),
    },
  ],
};
