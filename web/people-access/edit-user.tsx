import { useForm } from '@mantine/form';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import { formTexts } from '../texts/forms.ts';
import { furnitureTexts } from '../texts/furniture.ts';
import { peopleTexts as t } from '../texts/people-access.ts';
import type { FieldWords } from '../ui/form/changes.ts';
import { needed } from '../ui/form/rules.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { tellDone } from '../ui/tell.ts';
import { roleName } from '../ui/words.ts';
import { PersonFields } from './person-fields.tsx';
import { boundsOf, changeOf, type PersonValues, valuesOf } from './person-form.ts';
import { useOwnRoles } from './use-own-roles.ts';
import { rolesGivenBy, type User } from './user-types.ts';
import { useNames } from '../frame/use-names.ts';
import { usePerson } from '../frame/session.tsx';

interface EditUserProps {
  readonly user: User;
  readonly isOwn: boolean;
  readonly onClose: () => void;
}

function useWords(): FieldWords<PersonValues> {
  const buyers = useNames('buyers').nameOf;
  const partners = useNames('partners').nameOf;
  const roles = useOwnRoles().data ?? [];
  const nameOfRole = (id: string): string => roles.find((role) => role.id === id)?.name ?? t.noOwnRole;
  return {
    email: t.email,
    firstName: t.firstName,
    lastName: t.lastName,
    role: { label: t.role, say: roleName },
    customRoleId: { label: t.ownRole, say: nameOfRole },
    buyerId: { label: t.buyer, say: buyers },
    partnerId: { label: t.partner, say: partners },
    readOnly: t.readOnly,
    piiAccess: t.piiAccess,
    accessUntil: t.until,
  };
}

/** Changes a person's name and rights, and says first what changes. */
export function EditUser({ user, isOwn, onClose }: EditUserProps) {
  const renew = useRenew();
  const me = usePerson();
  const withRights = !isOwn && rolesGivenBy(me.role).some((role) => role === user.role);
  const words = useWords();
  const form = useForm<PersonValues>({
    initialValues: valuesOf(user),
    validate: {
      email: needed,
      buyerId: (value, { role }) => (role === 'buyer' && value === '' ? formTexts.needed : null),
      partnerId: (value, { role }) => (role === 'partner' && value === '' ? formTexts.needed : null),
    },
  });
  const save = (values: PersonValues) => {
    const { email, firstName, lastName } = boundsOf(values);
    const body = withRights ? changeOf(user, values) : { email, firstName, lastName };
    return answerOf(api.PATCH('/api/v1/users/{userId}', { params: { path: { userId: user.id } }, body }));
  };
  return (
    <SaveForm
      form={form}
      save={save}
      summary={{ words, ...(withRights ? { note: () => t.rightsNote } : {}) }}
      onSaved={() => {
        tellDone(furnitureTexts.saved);
        renew('users');
        onClose();
      }}
      onCancel={onClose}
    >
      <PersonFields form={form} withOwnRole withRights={withRights} />
    </SaveForm>
  );
}
