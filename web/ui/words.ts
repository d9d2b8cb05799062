/** Names of the API's words, as people read them. */

const ROLES: Readonly<Record<string, string>> = {
  superadmin: 'Superadmin',
  owner: 'Owner',
  admin: 'Admin',
  analyst: 'Analyst',
  compliance: 'Compliance',
  support: 'Support',
  buyer: 'Buyer',
  partner: 'Partner',
  practice_owner: 'Practice owner',
  practice_admin: 'Practice admin',
  practice_member: 'Practice member',
  guest: 'Guest of the installation',
  posting: 'Posting key',
};

export const roleName = (role: string): string => ROLES[role] ?? inWords(role);

/** `no_matching_contracts` → `No matching contracts`. */
export function inWords(code: string): string {
  const words = code.replaceAll(/[._-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
