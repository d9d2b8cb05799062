import { answerOf, api } from '../frame/api.ts';
import { leaveAsOther } from '../frame/leave-portal.ts';
import { useRenew } from '../frame/use-renew.ts';
import { usePerson } from '../frame/session.tsx';
import { useGo } from '../frame/use-go.ts';
import { invitationState } from '../invitations/invitation-state.ts';
import { tellRenewed } from '../invitations/tell-renewed.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { peopleTexts as t } from '../texts/people-access.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { tellDone } from '../ui/tell.ts';
import { usePeoplePlace } from './people-path.ts';
import { personName, type User, type UserAction } from './user-types.ts';

interface Act {
  readonly action: UserAction;
  readonly label: string;
  readonly effect: string;
  /** What is said once it is done; it may depend on the answer. */
  readonly done?: string;
  readonly fits: (user: User) => boolean;
}

const ACTS: readonly Act[] = [
  {
    action: 'invite',
    label: t.inviteAgain,
    effect: t.inviteAgainEffect,
    fits: ({ status }) => status === 'invited',
  },
  {
    action: 'withdrawInvitation',
    label: invitationTexts.withdrawWhole,
    effect: invitationTexts.withdrawEffect,
    done: invitationTexts.withdrawn,
    fits: (user) => invitationState(user) === 'open',
  },
  {
    action: 'revokeAllSessions',
    label: t.endSessions,
    effect: t.endSessionsEffect,
    done: t.endSessionsDone,
    fits: ({ status }) => status === 'active',
  },
  {
    action: 'disable2FA',
    label: t.removeFactor,
    effect: t.removeFactorEffect,
    done: t.removeFactorDone,
    fits: ({ secondFactor }) => secondFactor,
  },
  {
    action: 'ban',
    label: t.switchOff,
    effect: t.switchOffEffect,
    done: t.switchedOff,
    fits: ({ status }) => status === 'active',
  },
  {
    action: 'unban',
    label: t.switchOn,
    effect: t.switchOnEffect,
    done: t.switchedOn,
    fits: ({ status }) => status === 'inactive',
  },
];

/** What can be done about somebody's account, each with what follows from it. */
export function UserActs({ user }: { readonly user: User }) {
  const renew = useRenew();
  const go = useGo();
  const { href } = usePeoplePlace();
  const params = { path: { userId: user.id } };
  const changed = (): void => {
    renew('users');
  };
  return (
    <>
      {ACTS.filter(({ fits }) => fits(user)).map(({ action, label, effect, done: said }) => (
        <ConfirmAct
          key={action}
          label={label}
          effect={effect}
          act={async () => {
            const { data } = await answerOf(api.PATCH('/api/v1/users/{userId}', { params, body: { action } }));
            if (said === undefined) tellRenewed(data.mailed);
            else tellDone(said);
          }}
          onDone={changed}
        />
      ))}
      <MakeOwner user={user} />
      {user.status === 'inactive' ? null : (
        <ConfirmAct
          label={t.remove}
          effect={t.removeEffect}
          name={personName(user)}
          act={() => answerOf(api.DELETE('/api/v1/users/{userId}', { params }))}
          onDone={() => {
            tellDone(t.removed);
            changed();
            go(href);
          }}
        />
      )}
    </>
  );
}

const HEIR: Readonly<Record<string, string>> = { owner: 'admin', practice_owner: 'practice_admin' };

/** An owner hands the organization to an admin, and is signed out by it. */
function MakeOwner({ user }: { readonly user: User }) {
  const me = usePerson();
  if (user.status !== 'active' || HEIR[me.role] !== user.role) return null;
  return (
    <ConfirmAct
      label={t.makeOwner}
      effect={t.makeOwnerEffect}
      name={personName(user)}
      act={() => answerOf(api.POST('/api/admin/owner/transfer', { body: { targetUserId: user.id } }))}
      onDone={() => leaveAsOther('/sign-in')}
    />
  );
}
