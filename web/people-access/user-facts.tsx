import { useNames } from '../frame/use-names.ts';
import { InvitationFact } from '../invitations/account-status.tsx';
import { furnitureTexts } from '../texts/furniture.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { peopleTexts as t, ROLE_WORDS } from '../texts/people-access.ts';
import { type Fact, Facts } from '../ui/facts.tsx';
import { Time } from '../ui/time.tsx';
import { roleName } from '../ui/words.ts';
import { useOwnRoles } from './use-own-roles.ts';
import { Factor } from './user-columns.tsx';
import type { User } from './user-types.ts';

const yesNo = (is: boolean): string => (is ? furnitureTexts.yes : furnitureTexts.no);

/** What is known of a person's account. */
export function UserFacts({ user }: { readonly user: User }) {
  const buyers = useNames('buyers');
  const partners = useNames('partners');
  const ownRole = useOwnRoles().data?.find(({ id }) => id === user.customRoleId);
  const facts: Fact[] = [
    [t.name, user.name === '' ? null : user.name],
    [t.email, user.email],
    [t.role, `${roleName(user.role)}. ${ROLE_WORDS[user.role] ?? ''}`],
  ];
  if (user.customRoleId !== null) facts.push([t.ownRole, ownRole?.name ?? user.customRoleId]);
  if (user.buyerId !== null) facts.push([t.buyer, buyers.nameOf(user.buyerId)]);
  if (user.partnerId !== null) facts.push([t.partner, partners.nameOf(user.partnerId)]);
  if (user.status === 'invited') facts.push([invitationTexts.fact, <InvitationFact key="invitation" account={user} />]);
  facts.push(
    [t.readOnly, yesNo(user.readOnly)],
    [t.piiAccess, yesNo(user.piiAccess)],
    [t.until, <Time key="until" at={user.accessUntil} />],
    [t.factor, <Factor key="factor" isSet={user.secondFactor} />],
    [t.lastSignIn, <Time key="last" at={user.lastSignInAt} />],
    [t.since, <Time key="since" at={user.createdAt} />],
  );
  return <Facts facts={facts} />;
}
