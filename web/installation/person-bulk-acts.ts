import { answerOf, api } from '../frame/api.ts';
import { installationTexts as t } from '../texts/installation.ts';
import type { BulkAct } from '../ui/table/table-types.ts';
import type { TenantPerson } from './tenant-types.ts';

/** Switches an account on or off. */
export const switchPerson = (userId: string, status: 'active' | 'inactive') =>
  answerOf(
    api.PATCH('/api/superadmin/users/{userId}', {
      params: { path: { userId } },
      body: { action: 'setStatus', status },
    }),
  );

/** What the installation can do about many accounts; one's own is left out. */
export const personBulkActs = (ownId: string): readonly BulkAct<TenantPerson>[] => [
  {
    label: t.switchOff,
    effect: t.switchOffEffect,
    fits: ({ id, status }) => status === 'active' && id !== ownId,
    run: ({ id }) => switchPerson(id, 'inactive'),
  },
  {
    label: t.switchOn,
    effect: t.switchOnEffect,
    fits: ({ status }) => status === 'inactive',
    run: ({ id }) => switchPerson(id, 'active'),
  },
];
