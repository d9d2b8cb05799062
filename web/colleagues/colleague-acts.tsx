import { Group } from '@mantine/core';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import { usePerson } from '../frame/session.tsx';
import { invitationState } from '../invitations/invitation-state.ts';
import { tellRenewed } from '../invitations/tell-renewed.ts';
import { colleagueTexts as t } from '../texts/colleagues.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { RowAct } from '../ui/form/row-act.tsx';
import { tellDone } from '../ui/tell.ts';
import type { Colleague } from './colleague-types.ts';

/** Ends the access of a colleague. */
export const switchOff = ({ id }: Colleague) =>
  answerOf(api.DELETE('/api/v1/colleagues/{userId}', { params: { path: { userId: id } } }));

/** What can be done about a colleague: the invitation sent again or withdrawn, the account switched off. */
export function ColleagueActs({ person }: { readonly person: Colleague }) {
  const renew = useRenew();
  const own = usePerson().id;
  if (person.id === own || person.status === 'inactive') return null;
  const name = person.name || person.email;
  const changed = (): void => renew('colleagues');
  return (
    <Group gap="xs" wrap="nowrap">
      <Invitation person={person} onChanged={changed} />
      <RowAct
        label={t.off}
        about={t.switchOff(name)}
        effect={t.offEffect}
        act={() => switchOff(person)}
        onDone={() => {
          tellDone(t.isOff);
          changed();
        }}
      />
    </Group>
  );
}

function Invitation({ person, onChanged }: { readonly person: Colleague; readonly onChanged: () => void }) {
  const state = invitationState(person);
  if (state === undefined) return null;
  const params = { path: { userId: person.id } };
  const name = person.name || person.email;
  const renew = async (): Promise<void> => {
    const { data } = await answerOf(api.POST('/api/v1/colleagues/{userId}/invitation', { params }));
    tellRenewed(data.mailed);
  };
  return (
    <>
      <RowAct
        label={invitationTexts.again}
        about={invitationTexts.againTo(name)}
        effect={invitationTexts.againEffect}
        act={renew}
        onDone={onChanged}
      />
      {state === 'open' ? (
        <RowAct
          label={invitationTexts.withdraw}
          about={invitationTexts.withdrawOf(name)}
          effect={invitationTexts.withdrawEffect}
          act={() => answerOf(api.DELETE('/api/v1/colleagues/{userId}/invitation', { params }))}
          onDone={() => {
            tellDone(invitationTexts.withdrawn);
            onChanged();
          }}
        />
      ) : null}
    </>
  );
}
