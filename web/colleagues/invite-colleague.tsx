import { Button, Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import { usePerson } from '../frame/session.tsx';
import { colleagueTexts as t } from '../texts/colleagues.ts';
import { needed, orNull } from '../ui/form/rules.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { tellDone, tellWarning } from '../ui/tell.ts';

const BLANK = { email: '', firstName: '', lastName: '', readOnly: false, piiAccess: false };
type Values = typeof BLANK;

const invite = async ({ firstName, lastName, ...rest }: Values): Promise<boolean> => {
  const body = { ...rest, firstName: orNull(firstName), lastName: orNull(lastName) };
  return (await answerOf(api.POST('/api/v1/colleagues', { body }))).data.mailed;
};

/** The button that lets somebody in. */
export function InviteColleague() {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button onClick={open}>{t.invite}</Button>
      {opened ? (
        <Modal opened onClose={close} title={t.invite}>
          <InvitationForm onDone={close} />
        </Modal>
      ) : null}
    </>
  );
}

function InvitationForm({ onDone }: { readonly onDone: () => void }) {
  const renew = useRenew();
  const { piiAccess } = usePerson();
  const form = useForm<Values>({ initialValues: BLANK, validate: { email: needed } });
  const sent = (mailed: unknown): void => {
    if (mailed === true) tellDone(t.sent);
    else tellWarning(t.notMailed);
    renew('colleagues');
    onDone();
  };
  return (
    <SaveForm form={form} save={invite} onSaved={sent} onCancel={onDone} label={t.send}>
      <Text c="dimmed">{t.inviteText}</Text>
      <TextInput
        required
        label={t.email}
        type="email"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('email')}
      />
      <TextInput label={t.firstName} maxLength={100} autoComplete="off" {...form.getInputProps('firstName')} />
      <TextInput label={t.lastName} maxLength={100} autoComplete="off" {...form.getInputProps('lastName')} />
      <Stack gap="xs">
        <Checkbox
          label={t.readOnly}
          description={t.readOnlyHint}
          {...form.getInputProps('readOnly', { type: 'checkbox' })}
        />
        <Checkbox
          label={t.piiAccess}
          description={piiAccess ? t.piiAccessHint : t.piiAccessLacking}
          disabled={!piiAccess}
          {...form.getInputProps('piiAccess', { type: 'checkbox' })}
        />
      </Stack>
    </SaveForm>
  );
}
