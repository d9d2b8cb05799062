import { Checkbox, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { usePerson } from '../frame/session.tsx';
import { useNames } from '../frame/use-names.ts';
import { peopleTexts as t, ROLE_WORDS } from '../texts/people-access.ts';
import { Choice } from '../ui/form/choice.tsx';
import { FormPart } from '../ui/form/form-part.tsx';
import { roleName } from '../ui/words.ts';
import { OwnRoleChoice } from './own-role-choice.tsx';
import type { PersonValues } from './person-form.ts';
import { rolesGivenBy } from './user-types.ts';

interface PersonFieldsProps {
  readonly form: UseFormReturnType<PersonValues>;
  /** Whether somebody may have a role of the organization's own: not while they are invited. */
  readonly withOwnRole: boolean;
  /** Whether the rights may be changed: nobody changes own ones. */
  readonly withRights: boolean;
}

/** Who somebody is, what they may do, and what bounds them. */
export const PersonFields = ({ form, withOwnRole, withRights }: PersonFieldsProps) => (
  <>
    <FormPart title={t.whoTitle}>
      <TextInput
        required
        label={t.email}
        type="email"
        autoComplete="off"
        maxLength={254}
        {...form.getInputProps('email')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t.firstName} autoComplete="off" maxLength={100} {...form.getInputProps('firstName')} />
        <TextInput label={t.lastName} autoComplete="off" maxLength={100} {...form.getInputProps('lastName')} />
      </SimpleGrid>
    </FormPart>
    {withRights ? (
      <>
        <RoleFields form={form} withOwnRole={withOwnRole} />
        <BoundFields form={form} />
      </>
    ) : null}
  </>
);

function RoleFields({ form, withOwnRole }: Omit<PersonFieldsProps, 'withRights'>) {
  const { role: own } = usePerson();
  const buyers = useNames('buyers').options;
  const partners = useNames('partners').options;
  const { role } = form.values;
  return (
    <FormPart title={t.whatTitle}>
      <Radio.Group aria-label={t.role} {...form.getInputProps('role')}>
        <Stack gap="xs">
          {rolesGivenBy(own).map((name) => (
            <Radio key={name} value={name} label={roleName(name)} description={ROLE_WORDS[name]} />
          ))}
        </Stack>
      </Radio.Group>
      {role === 'buyer' ? (
        <Choice label={t.whichBuyer} placeholder={t.chooseParty} data={buyers} {...form.getInputProps('buyerId')} />
      ) : null}
      {role === 'partner' ? (
        <Choice
          label={t.whichPartner}
          placeholder={t.chooseParty}
          data={partners}
          {...form.getInputProps('partnerId')}
        />
      ) : null}
      {withOwnRole ? <OwnRoleChoice role={role} {...form.getInputProps('customRoleId')} /> : null}
    </FormPart>
  );
}

function BoundFields({ form }: Pick<PersonFieldsProps, 'form'>) {
  const { piiAccess } = usePerson();
  const mayNot = !piiAccess && !form.values.piiAccess;
  return (
    <FormPart title={t.boundsTitle}>
      <Checkbox
        label={t.readOnly}
        description={t.readOnlyHint}
        {...form.getInputProps('readOnly', { type: 'checkbox' })}
      />
      <Checkbox
        label={t.piiAccess}
        description={mayNot ? t.piiLacking : t.piiHint}
        disabled={mayNot}
        {...form.getInputProps('piiAccess', { type: 'checkbox' })}
      />
      <TextInput label={t.until} description={t.untilHint} type="date" {...form.getInputProps('accessUntil')} />
    </FormPart>
  );
}
