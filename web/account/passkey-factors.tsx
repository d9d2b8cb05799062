import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { answerOf, api } from '../frame/api.ts';
import { accountTexts as t } from '../texts/account.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Status } from '../ui/status.tsx';
import { Time } from '../ui/time.tsx';
import { FactorRow } from './factor-row.tsx';
import { type Passkey, useAccountChanged } from './use-factors.ts';

interface PasskeyFactorsProps {
  readonly passkeys: readonly Passkey[];
  readonly onAdd: () => void;
}

/** The passkeys of the account. */
export const PasskeyFactors = ({ passkeys, onAdd }: PasskeyFactorsProps) => (
  <Stack gap="sm">
    <FactorRow
      title={t.passkeys}
      state={passkeys.length === 0 ? <Text c="dimmed">{t.noPasskeys}</Text> : null}
      action={
        <Button variant="default" onClick={onAdd}>
          {t.addPasskey}
        </Button>
      }
    />
    {passkeys.map((passkey) => (
      <PasskeyLine key={passkey.id} passkey={passkey} />
    ))}
  </Stack>
);

function PasskeyLine({ passkey: { id, name, createdAt, lastUsedAt, blocked } }: { readonly passkey: Passkey }) {
  const changed = useAccountChanged();
  const remove = () =>
    answerOf(api.DELETE('/api/v1/auth/passkeys/{passkeyId}', { params: { path: { passkeyId: id } } }));
  return (
    <Group justify="space-between" gap="sm">
      <Stack gap={2}>
        <Group gap="xs">
          <Text fw={500}>{name}</Text>
          {blocked ? <Status value="blocked" label={t.blocked} tone="bad" /> : null}
        </Group>
        <Text size="sm" c="dimmed">
          {t.passkeyMade} <Time at={createdAt} /> · {t.passkeyUsed} <Time at={lastUsedAt} />
        </Text>
        {blocked ? <Text size="sm">{t.blockedText}</Text> : null}
      </Stack>
      <Group gap="xs">
        <RenamePasskey id={id} name={name} />
        <ConfirmAct
          label={t.remove}
          effect={t.removePasskeyEffect(name)}
          act={remove}
          onDone={() => changed(t.passkeyRemoved)}
        />
      </Group>
    </Group>
  );
}

function RenamePasskey({ id, name }: { readonly id: string; readonly name: string }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t.rename}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={t.renamePasskey}>
          <NameForm id={id} name={name} onDone={close} />
        </Modal>
      ) : null}
    </>
  );
}

function NameForm({ id, name, onDone }: { readonly id: string; readonly name: string; readonly onDone: () => void }) {
  const changed = useAccountChanged();
  const form = useForm({
    initialValues: { name },
    validate: { name: (value) => (value.trim() === '' ? t.needed : null) },
  });
  return (
    <SaveForm
      form={form}
      label={t.rename}
      save={({ name: wish }) =>
        answerOf(
          api.PATCH('/api/v1/auth/passkeys/{passkeyId}', {
            params: { path: { passkeyId: id } },
            body: { name: wish.trim() },
          }),
        )
      }
      onSaved={() => {
        onDone();
        changed(t.renamed);
      }}
      onCancel={onDone}
    >
      <TextInput label={t.passkeyName} maxLength={60} data-autofocus {...form.getInputProps('name')} />
    </SaveForm>
  );
}
