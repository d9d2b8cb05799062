import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import { made } from './refusals.ts';

/** Where the codes of a group are. */
export const codesPath = (groupId: string): string => `/api/admin/vertical-groups/${groupId}/dispositions`;

/** A new group of verticals, with the codes that each begins with; gives its id. */
export const newGroup = async (admin: Client): Promise<string> =>
  (await made(admin, '/api/admin/vertical-groups', { name: `Group ${randomUUID()}` })).id;

/** The codes of a group in their order. */
export const codesOf = async (admin: Client, groupId: string): Promise<Readonly<Record<string, unknown>>[]> =>
  (await admin.get(`${codesPath(groupId)}?limit=100`)).json.data;

/** The id of the code of a group with this slug. */
export const codeOf = async (admin: Client, groupId: string, slug: string): Promise<string> =>
  String((await codesOf(admin, groupId)).find((code) => code['slug'] === slug)?.['id']);
