import { Button, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { fieldTexts as t } from '../texts/fields.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { FieldInputs } from './field-inputs.tsx';
import { addField, type FieldOwner, ownerWords, useFieldChanged } from './field-owner.ts';
import { fieldBody, fieldRules, type FieldValues, NEW_FIELD } from './field-values.ts';

/** Adds a field to the leads of a vertical, or of one campaign. */
export function AddField({ owner }: { readonly owner: FieldOwner }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button size="xs" onClick={open}>
        {t.addField}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={ownerWords(owner).addTitle} size={592}>
          <AddForm owner={owner} onClose={close} />
        </Modal>
      ) : null}
    </>
  );
}

function AddForm({ owner, onClose }: { readonly owner: FieldOwner; readonly onClose: () => void }) {
  const changed = useFieldChanged(owner);
  const form = useForm<FieldValues>({ initialValues: NEW_FIELD, validate: fieldRules });
  return (
    <SaveForm
      form={form}
      label={t.addField}
      save={(values) => addField(owner, fieldBody(values))}
      onSaved={() => {
        changed(t.fieldAdded);
        onClose();
      }}
      onCancel={onClose}
    >
      <FieldInputs form={form} owner={owner} />
    </SaveForm>
  );
}
