import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { PERMISSION_GROUPS, type WordedPermission } from '../texts/permissions.ts';

type Answer = Ok<'/api/v1/roles/base', 'get'>['data'];
type Permission = Answer['roles'][number]['permissions'][number];
type Kept = Answer['always'][number];

/** What the roles of the product may, but for the own account, which everybody keeps. */
export interface BaseRoles {
  /** Everything that a role may, and that can be taken away. */
  readonly of: (role: string) => readonly Permission[];
  /** What everybody keeps. */
  readonly always: readonly Kept[];
}

const select = ({ roles, always }: Answer): BaseRoles => ({
  of: (role) =>
    roles.find((one) => one.role === role)?.permissions.filter((name) => !always.some((kept) => kept === name)) ?? [],
  always,
});

/** The roles of the product, of which own ones leave some. */
export const useBaseRoles = () =>
  useQuery({
    queryKey: ['roles', 'base'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/roles/base'))).data,
    select,
    staleTime: Number.POSITIVE_INFINITY,
  });

const WORDS = new Map(PERMISSION_GROUPS.flatMap(({ permissions }) => Object.entries<string>(permissions)));

/** A permission in words. Does not compile while one that a role may keep has none in `texts/permissions.ts`. */
export function permissionWords(permission: Permission): string {
  const worded: WordedPermission | Kept = permission;
  return WORDS.get(worded) ?? worded;
}
