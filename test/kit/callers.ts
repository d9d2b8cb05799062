import { KEY_KINDS, permits, type Role, USER_ROLES } from '../../src/core/access/index.ts';
import type { Route } from '../../src/core/gate/index.ts';
import type { Client } from './client.ts';
import type { Party } from './parties.ts';

/** Somebody who calls: a program by a kind of key, or a person by a role. */
export interface Who {
  /** `key admin`, or the role of a person. */
  readonly name: string;
  readonly role: Role;
  readonly isKey: boolean;
}

export const EVERYBODY: readonly Who[] = [
  ...KEY_KINDS.map((role) => ({ name: `key ${role}`, role, isKey: true })),
  ...[...USER_ROLES, 'guest' as const].map((role) => ({ name: role, role, isKey: false })),
];

/** Whether the policy lets somebody call a route. What is about the own account a guest does at home. */
export function mayCall({ role, isKey }: Who, route: Pick<Route, 'permission' | 'peopleOnly' | 'method'>): boolean {
  if (isKey && route.peopleOnly) return false;
  const acting = role === 'guest' && route.permission === 'account:own' ? 'superadmin' : role;
  return permits(acting, route.permission);
}

/** Whether a route changes nothing, by its method or by its word. */
export const changesNothing = ({ method, onlyReads }: Pick<Route, 'method' | 'onlyReads'>): boolean =>
  onlyReads ?? method === 'GET';

/** A fresh caller of a party, and whom the trail should name. */
export async function callerOf(who: Who, party: Party): Promise<{ readonly client: Client; readonly actorId: string }> {
  const { role, isKey } = who;
  if (isKey) {
    const { client, id } = party.keys[role as keyof Party['keys']];
    return { client, actorId: id };
  }
  const { client, userId } =
    role === 'guest' ? await party.guest() : await party.person(role as (typeof USER_ROLES)[number]);
  return { client, actorId: userId };
}

/** The first caller who may call a route: a key where one may. */
export function firstCaller(route: Route): Who {
  const found = EVERYBODY.find((who) => mayCall(who, route));
  if (!found) throw new Error(`nobody may call ${route.id}`);
  return found;
}
