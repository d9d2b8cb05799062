import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use } from 'react';
import type { paths } from '../client.gen.ts';
import { answerOf, api, ApiError } from './api.ts';
import { failPage } from './fail-page.ts';
import { queryClient } from './query-client.ts';

/** Who is signed in, and what that person may do. */
export type Me = paths['/api/v1/auth']['get']['responses'][200]['content']['application/json']['data'];

export type PortalName = 'admin' | 'buyer' | 'partner' | 'practice' | 'installation';

export const ME = ['me'] as const;

/** Asks who is signed in; null for nobody. */
export async function readMe(): Promise<Me | null> {
  try {
    return (await answerOf(api.GET('/api/v1/auth'))).data;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** Asks whether anybody is signed in yet: where nobody is, the transport leads to the door. */
export function lookWhoIsIn(): void {
  readMe().catch((error: unknown) => {
    // Out of reach says nothing of who is in.
    if (!(error instanceof ApiError)) failPage(error);
  });
}

const meQuery = { queryKey: ME, queryFn: readMe, staleTime: Infinity, gcTime: Infinity };

/** Who is signed in; null for nobody. Asked once, and again after everything that changes it. */
export const useMe = () => useQuery(meQuery);

/** Asks who is signed in while the page itself is still being fetched. */
export async function askWho(): Promise<void> {
  try {
    await queryClient.query(meQuery);
  } catch (error) {
    // The page finds the same failure with the answer, tells it, and asks again.
    if (!(error instanceof ApiError)) throw error;
  }
}

const PORTALS: Readonly<Record<string, PortalName>> = {
  superadmin: 'installation',
  buyer: 'buyer',
  partner: 'partner',
  practice_owner: 'practice',
  practice_admin: 'practice',
  practice_member: 'practice',
};

/** The place of a person: the role decides, and for a guest of the installation the kind of the organization. */
export function portalOf(me: Me): PortalName {
  if (me.role === 'guest' && me.organization?.kind === 'practice') return 'practice';
  return PORTALS[me.role] ?? 'admin';
}

const Signed = createContext<Me | undefined>(undefined);

/** Everything inside knows who is signed in. */
export const SignedIn = ({ me, children }: { readonly me: Me; readonly children: ReactNode }) => (
  <Signed value={me}>{children}</Signed>
);

/** The person who is signed in. Throws outside a portal. */
export function usePerson(): Me {
  const me = use(Signed);
  if (!me) throw new Error('nobody is signed in here');
  return me;
}

/** Whether the person may do what a permission names. */
export const useMay = (): ((permission: string) => boolean) => {
  const { permissions, readOnly } = usePerson();
  return (permission) =>
    permissions.includes(permission) && !(readOnly && /:(write|manage|resolve|decide|review)$/.test(permission));
};
