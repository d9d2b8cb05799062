import { answerOf, api } from '../frame/api.ts';
import { peopleTexts as t } from '../texts/people-access.ts';
import type { BulkAct } from '../ui/table/table-types.ts';
import type { User, UserAction } from './user-types.ts';

const act = (userId: string, action: UserAction) =>
  answerOf(api.PATCH('/api/v1/users/{userId}', { params: { path: { userId } }, body: { action } }));

/** What can be done about many accounts; one's own is left out. */
export const userBulkActs = (ownId: string): readonly BulkAct<User>[] => [
  {
    label: t.endSessions,
    effect: t.endSessionsEffect,
    fits: ({ status, id }) => status === 'active' && id !== ownId,
    run: ({ id }) => act(id, 'revokeAllSessions'),
  },
  {
    label: t.switchOff,
    effect: t.switchOffEffect,
    fits: ({ status, id }) => status === 'active' && id !== ownId,
    run: ({ id }) => act(id, 'ban'),
  },
  {
    label: t.switchOn,
    effect: t.switchOnEffect,
    fits: ({ status }) => status === 'inactive',
    run: ({ id }) => act(id, 'unban'),
  },
];
