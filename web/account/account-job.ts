import { IconUserCircle } from '@tabler/icons-react';
import type { PortalJob } from '../frame/portal.ts';

/** The own account, which every portal has behind the person's menu. */
export const accountJob: PortalJob = {
  label: 'Your account',
  icon: IconUserCircle,
  pages: [
    {
      path: 'account',
      title: 'Your account',
      permission: 'account:own',
      keywords: 'password second factor passkey sessions devices recovery codes',
      unlisted: true,
      load: () => import('./account-page.tsx'),
    },
  ],
};
