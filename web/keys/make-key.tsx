import { Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { keyTexts as t } from '../texts/keys.ts';
import { FormPart } from '../ui/form/form-part.tsx';
import { renameFaults } from '../ui/form/rename-faults.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import type { KeyCalls } from './key-calls.ts';
import { KeyFields } from './key-fields.tsx';
import { KEY_RULES, type KeyValues, newKeyOf, newKeyValues, wholeField } from './key-form.ts';
import { KeyOwnerFields } from './key-owner-fields.tsx';

interface MakeKeyProps {
  readonly calls: KeyCalls;
  readonly onKey: (key: string) => void;
  readonly onClose: () => void;
}

/** Makes a key. */
export function MakeKey({ calls, onKey, onClose }: MakeKeyProps) {
  const { side } = calls;
  const isOwn = side !== 'all';
  const form = useForm<KeyValues>({
    initialValues: newKeyValues(isOwn ? side : 'admin'),
    validate: isOwn ? { ...KEY_RULES, buyerId: () => null, partnerId: () => null } : KEY_RULES,
  });
  return (
    <Modal opened onClose={onClose} title={t.makeTitle} size="lg">
      <SaveForm
        form={form}
        label={t.make}
        save={(values) => renameFaults(calls.make(newKeyOf(values, isOwn)), wholeField)}
        onSaved={(key) => onKey(String(key))}
        onCancel={onClose}
      >
        <FormPart title={t.whatFor}>
          <TextInput
            label={t.name}
            description={t.nameHint}
            maxLength={255}
            data-autofocus
            {...form.getInputProps('name')}
          />
          {isOwn ? null : <KeyOwnerFields form={form} />}
        </FormPart>
        <KeyFields form={form} isNew />
      </SaveForm>
    </Modal>
  );
}
