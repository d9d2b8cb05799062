import { useForm } from '@mantine/form';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import { usePerson } from '../frame/session.tsx';
import { useGo } from '../frame/use-go.ts';
import { formTexts } from '../texts/forms.ts';
import { peopleTexts as t } from '../texts/people-access.ts';
import { needed } from '../ui/form/rules.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Page } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';
import { tellNotMailed } from './tell-not-mailed.ts';
import { usePeoplePlace } from './people-path.ts';
import { PersonFields } from './person-fields.tsx';
import { boundsOf, NOBODY, type PersonValues } from './person-form.ts';
import { rolesGivenBy } from './user-types.ts';

/** Makes the account; people of a buyer or a partner are contacts of it. */
async function invite(values: PersonValues) {
  const { role } = values;
  const bounds = boundsOf(values);
  if (role === 'buyer' || role === 'partner') {
    const entityId = role === 'buyer' ? values.buyerId : values.partnerId;
    return answerOf(api.POST('/api/v1/contacts', { body: { ...bounds, entityType: role, entityId } }));
  }
  if (role === '') throw new Error('a form without a role is not sent');
  return answerOf(api.POST('/api/v1/users', { body: { ...bounds, role } }));
}

/** Invites somebody. */
export default function NewUserPage() {
  const { role } = usePerson();
  const { href, title } = usePeoplePlace();
  const go = useGo();
  const renew = useRenew();
  const given = rolesGivenBy(role);
  const form = useForm<PersonValues>({
    initialValues: given.length === 1 ? { ...NOBODY, role: given[0] ?? '' } : NOBODY,
    validate: {
      email: needed,
      role: needed,
      buyerId: (value, { role: wish }) => (wish === 'buyer' && value === '' ? formTexts.needed : null),
      partnerId: (value, { role: wish }) => (wish === 'partner' && value === '' ? formTexts.needed : null),
    },
  });
  return (
    <Page title={t.inviteTitle} state={t.inviteState} above={{ title, href }}>
      <SaveForm
        form={form}
        label={t.invite}
        save={async (values) => {
          const { data } = await invite(values);
          if (data.mailed) tellDone(t.invited);
          else tellNotMailed();
          renew('users');
          return data.id;
        }}
        onSaved={(id) => go(`${href}/${String(id)}`)}
        onCancel={() => go(href)}
      >
        <PersonFields form={form} withOwnRole={false} withRights />
      </SaveForm>
    </Page>
  );
}
