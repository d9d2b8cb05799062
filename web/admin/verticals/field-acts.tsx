import { Button, Group, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import type { LeadField } from '../../fields/lead-field.ts';
import { answerOf, api } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import { verticalTexts as t } from '../../texts/verticals.ts';
import { RowAct } from '../../ui/form/row-act.tsx';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { tellDone } from '../../ui/tell.ts';
import { FieldInputs } from './field-inputs.tsx';
import { fieldBody, fieldRules, type FieldValues, NEW_FIELD } from './field-values.ts';

interface FieldActsProps {
  readonly verticalId: string;
  readonly field: LeadField;
}

/** Changes or deletes a field of the vertical's own; what leads or contracts hold on to is refused with the reason. */
export function FieldActs({ verticalId, field }: FieldActsProps) {
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  if (field.id === null) return null;
  const params = { path: { verticalId, fieldId: field.id } };
  const done = (message: string) => (): void => {
    tellDone(message);
    client.invalidateQueries({ queryKey: ['verticals'] }).catch(failPage);
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <Button size="compact-sm" variant="default" aria-label={t.editField(field.label)} onClick={open}>
        {t.edit}
      </Button>
      <RowAct
        label={t.deleteShort}
        about={t.deleteField(field.label)}
        effect={t.deleteFieldEffect}
        act={() => answerOf(api.DELETE('/api/v1/verticals/{verticalId}/custom-fields/{fieldId}', { params }))}
        onDone={done(t.fieldDeleted)}
      />
      {opened ? (
        <Modal opened onClose={close} title={t.editField(field.label)} size={592}>
          <EditForm verticalId={verticalId} field={field} onClose={close} onSaved={done(t.fieldSaved)} />
        </Modal>
      ) : null}
    </Group>
  );
}

interface EditFormProps extends FieldActsProps {
  readonly onClose: () => void;
  readonly onSaved: () => void;
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

function EditForm({ verticalId, field, onClose, onSaved }: EditFormProps) {
  const form = useForm<FieldValues>({
    initialValues: valuesOf(field),
    validateInputOnBlur: true,
    validate: fieldRules,
  });
  const params = { path: { verticalId, fieldId: field.id ?? '' } };
  return (
    <SaveForm
      form={form}
      save={(values) =>
        answerOf(
          api.PATCH('/api/v1/verticals/{verticalId}/custom-fields/{fieldId}', { params, body: fieldBody(values) }),
        )
      }
      onSaved={() => {
        onSaved();
        onClose();
      }}
      onCancel={onClose}
    >
      <FieldInputs form={form} />
    </SaveForm>
  );
}
