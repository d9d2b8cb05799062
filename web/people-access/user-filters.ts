import { usePerson } from '../frame/session.tsx';
import { peopleTexts as t } from '../texts/people-access.ts';
import type { TableFilter } from '../ui/table/table-types.ts';
import { inWords, roleName } from '../ui/words.ts';
import { rolesGivenBy } from './user-types.ts';

const STATUSES = ['active', 'invited', 'inactive'] as const;
const STAFF = 'owner';

/** How people are narrowed: by role and status. Names stand in no address, so nobody is sought here by name. */
export function useUserFilters(): readonly TableFilter[] {
  const { role } = usePerson();
  const given = rolesGivenBy(role.startsWith('practice') ? 'practice_owner' : role === 'superadmin' ? role : STAFF);
  const status: TableFilter = {
    kind: 'choice',
    id: 'status',
    label: t.status,
    options: STATUSES.map((value) => ({ value, label: inWords(value) })),
  };
  if (given.length < 2) return [status];
  const roles = given.map((value) => ({ value, label: roleName(value) }));
  return [{ kind: 'choice', id: 'role', label: t.role, options: roles }, status];
}
