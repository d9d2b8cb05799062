import { invitationTexts as t } from '../texts/invitations.ts';
import { Status } from '../ui/status.tsx';
import { ExactTime } from '../ui/time.tsx';
import { inWords } from '../ui/words.ts';
import { type Invited, invitationState } from './invitation-state.ts';

/** The state of an account; of who has not come yet, how the invitation stands. */
export function AccountStatus({ account }: { readonly account: Invited }) {
  const state = invitationState(account);
  if (state === undefined) return <Status value={account.status} />;
  return <Status value={account.status} label={t[state]} tone={state === 'open' ? 'info' : 'warn'} />;
}

AccountStatus.inText = ({ account }: { readonly account: Invited }): string => {
  const state = invitationState(account);
  return state === undefined ? inWords(account.status) : t[state];
};

/** Until when the link works that was mailed. */
export function InvitationFact({ account }: { readonly account: Invited }) {
  if (account.invitationExpiresAt === null) return t.isGone;
  return (
    <>
      {invitationState(account) === 'open' ? t.until : t.wasUntil} <ExactTime at={account.invitationExpiresAt} />
    </>
  );
}
