import { defineRoute, listAnswer, pageOf, type Route } from '../gate/index.ts';
import { openAccess } from './key-store.ts';
import { concernsOf } from './domain/access-concerns.ts';
import { showUser } from './show-user.ts';
import { type SignInListed, signInList } from './sign-in-store.ts';
import { userList } from './user-store.ts';
import { reviewAnswer, userQuery } from './user-wire.ts';
import { loginActivityAnswer, loginActivityQuery } from './wire.ts';

/** A line of login activity as answers show it. */
export const showSignIn = (row: SignInListed) => ({
  id: row.id,
  userId: row.userId,
  browser: row.device,
  success: row.success,
  method: row.method,
  reason: row.reason ?? null,
  ipAddress: row.address,
  timestamp: row.at.toISOString(),
});

/** Who signed in or tried to, and who could still get in: 45 CFR 164.308(a)(5)(ii)(C) and 164.308(a)(4)(ii)(C). */
export const loginActivityRoutes = (): Route[] => [activityRoute(), ownActivityRoute(), reviewRoute()];

const activityRoute = (): Route =>
  defineRoute({
    id: 'list_login_activity',
    method: 'GET',
    path: '/api/v1/login-activity',
    tag: 'login-activity',
    summary: 'Tries to sign in to accounts of the tenant, newest first.',
    permission: 'users:read',
    realm: 'identity',
    audit: { action: 'login_activity.list', entity: 'sign_in' },
    query: loginActivityQuery,
    response: loginActivityAnswer,
    async handle({ tx, query }) {
      const page = pageOf(query);
      const { rows, total } = await signInList(tx, page);
      return { answer: listAnswer(rows.map(showSignIn), total, page), touched: rows.map((row) => row.id) };
    },
  });

const ownActivityRoute = (): Route =>
  defineRoute({
    id: 'list_own_login_activity',
    method: 'GET',
    path: '/api/v1/auth/login-activity',
    tag: 'auth',
    summary: 'Tries to sign in to your own account, newest first.',
    permission: 'account:own',
    peopleOnly: true,
    realm: 'account',
    audit: { action: 'login_activity.list', entity: 'sign_in' },
    query: loginActivityQuery,
    response: loginActivityAnswer,
    async handle({ tx, query, caller }) {
      const page = pageOf(query);
      const { rows, total } = await signInList(tx, { userId: caller.actorId, ...page });
      return { answer: listAnswer(rows.map(showSignIn), total, page), touched: rows.map((row) => row.id) };
    },
  });

const DAY_MS = 86_400_000;

const reviewRoute = (): Route =>
  defineRoute({
    id: 'review_access',
    method: 'GET',
    path: '/api/v1/access-review',
    tag: 'users',
    summary: 'Who could still get in, since when they were not here, and what a reviewer should look at.',
    permission: 'users:read',
    realm: 'identity',
    audit: { action: 'user.review', entity: 'user' },
    query: userQuery,
    response: reviewAnswer,
    async handle({ tx, caller, now, query: { limit, offset, search, q, ...filter } }) {
      const page = pageOf({ ...(limit ? { limit } : {}), ...(offset ? { offset } : {}) });
      const { rows, total } = await userList(tx, { ...filter, search: search ?? q, ...page });
      const open = await openAccess(tx, now);
      const shown = rows.map((row) => {
        const { sessions: openSessions = 0, keys: openKeys = 0 } = open.get(row.id) ?? {};
        const since = row.lastSignInAt === null ? null : now.getTime() - row.lastSignInAt.getTime();
        const daysSinceSignIn = since === null ? null : Math.floor(since / DAY_MS);
        const concerns = concernsOf({ ...row, openKeys, openSessions }, now);
        return { ...showUser(row, caller), daysSinceSignIn, openSessions, openKeys, concerns };
      });
      return { answer: listAnswer(shown, total, page), touched: rows.map((row) => row.id) };
    },
  });
