import { Button, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { keyTexts as t } from '../texts/keys.ts';
import type { FieldWords } from '../ui/form/changes.ts';
import { renameFaults } from '../ui/form/rename-faults.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import type { KeyCalls } from './key-calls.ts';
import { KeyFields } from './key-fields.tsx';
import { KEY_RULES, keyChangeOf, type KeyValues, keyValuesOf, wholeField } from './key-form.ts';
import type { ApiKey } from './key-types.ts';
import { scopesInWords } from './scope-words.ts';

const WORDS: FieldWords<KeyValues> = {
  name: t.name,
  scopes: { label: t.scopes, say: scopesInWords },
  readOnly: t.readOnly,
  allowedCidrs: {
    label: t.networks,
    say: (text) => (text.trim() === '' ? t.allNetworks : text.replaceAll('\n', ', ')),
  },
  expiresAt: t.expires,
  rateLimitPerMinute: t.limit,
};

interface EditKeyProps {
  readonly apiKey: ApiKey;
  readonly change: NonNullable<KeyCalls['change']>;
  readonly onDone: () => void;
}

/** The button behind which a key's scopes and bounds are changed. */
export function EditKey({ apiKey, change, onDone }: EditKeyProps) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t.edit}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={t.edit} size="lg">
          <EditForm
            apiKey={apiKey}
            change={change}
            onClose={close}
            onDone={() => {
              close();
              onDone();
            }}
          />
        </Modal>
      ) : null}
    </>
  );
}

function EditForm({ apiKey, change, onDone, onClose }: EditKeyProps & { readonly onClose: () => void }) {
  const form = useForm<KeyValues>({ initialValues: keyValuesOf(apiKey), validate: KEY_RULES });
  return (
    <SaveForm
      form={form}
      save={(values) => renameFaults(change(apiKey.id, keyChangeOf(apiKey, values)), wholeField)}
      summary={{ words: WORDS, note: () => t.editNote }}
      onSaved={onDone}
      onCancel={onClose}
    >
      <TextInput label={t.name} maxLength={255} data-autofocus {...form.getInputProps('name')} />
      <KeyFields form={form} isNew={false} />
    </SaveForm>
  );
}
