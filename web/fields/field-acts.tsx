import { Button, Group, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { fieldTexts as t } from '../texts/fields.ts';
import { RowAct } from '../ui/form/row-act.tsx';
import { SaveForm } from '../ui/form/save-form.tsx';
import { FieldInputs } from './field-inputs.tsx';
import { changeField, deleteField, type FieldOwner, useFieldChanged } from './field-owner.ts';
import { fieldBody, fieldRules, type FieldValues, NEW_FIELD } from './field-values.ts';
import type { LeadField } from './lead-field.ts';

interface FieldActsProps {
  readonly owner: FieldOwner;
  readonly field: LeadField;
}

/** Changes or deletes a field of the owner's own; what leads or contracts hold on to is refused with the reason. */
export function FieldActs({ owner, field }: FieldActsProps) {
  const changed = useFieldChanged(owner);
  const [opened, { open, close }] = useDisclosure();
  const { id } = field;
  if (id === null) return null;
  return (
    <Group gap="xs" wrap="nowrap">
      <Button size="compact-sm" variant="default" aria-label={t.editField(field.label)} onClick={open}>
        {t.edit}
      </Button>
      <RowAct
        label={t.deleteShort}
        about={t.deleteField(field.label)}
        effect={t.deleteFieldEffect}
        act={() => deleteField(owner, id)}
        onDone={() => changed(t.fieldDeleted)}
      />
      {opened ? (
        <Modal opened onClose={close} title={t.editField(field.label)} size={592}>
          <EditForm
            owner={owner}
            field={field}
            save={(values) => changeField(owner, id, fieldBody(values))}
            onClose={close}
          />
        </Modal>
      ) : null}
    </Group>
  );
}

interface EditFormProps extends FieldActsProps {
  readonly save: (values: FieldValues) => Promise<unknown>;
  readonly onClose: () => void;
}

function valuesOf({ name, label, type, required, options, phiClass }: LeadField): FieldValues {
  const known = { type: type as FieldValues['fieldType'], phiClass: phiClass as FieldValues['phiClass'] };
  return {
    ...NEW_FIELD,
    name,
    label,
    fieldType: known.type,
    required,
    options: options ?? [],
    phiClass: known.phiClass,
  };
}

function EditForm({ owner, field, save, onClose }: EditFormProps) {
  const changed = useFieldChanged(owner);
  const form = useForm<FieldValues>({
    initialValues: valuesOf(field),
    validate: fieldRules,
  });
  return (
    <SaveForm
      form={form}
      save={save}
      onSaved={() => {
        changed(t.fieldSaved);
        onClose();
      }}
      onCancel={onClose}
    >
      <FieldInputs form={form} owner={owner} />
    </SaveForm>
  );
}
