import { Button, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import { verticalTexts as t } from '../../texts/verticals.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { tellDone } from '../../ui/tell.ts';
import { FieldInputs } from './field-inputs.tsx';
import { fieldBody, fieldRules, type FieldValues, NEW_FIELD } from './field-values.ts';

/** Adds a field to the leads of a vertical. */
export function AddField({ verticalId }: { readonly verticalId: string }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button size="xs" onClick={open}>
        {t.addField}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={t.addFieldTitle} size={592}>
          <AddForm verticalId={verticalId} onClose={close} />
        </Modal>
      ) : null}
    </>
  );
}

function AddForm({ verticalId, onClose }: { readonly verticalId: string; readonly onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm<FieldValues>({ initialValues: NEW_FIELD, validateInputOnBlur: true, validate: fieldRules });
  const params = { path: { verticalId } };
  return (
    <SaveForm
      form={form}
      label={t.addField}
      save={(values) =>
        answerOf(api.POST('/api/v1/verticals/{verticalId}/custom-fields', { params, body: fieldBody(values) }))
      }
      onSaved={() => {
        tellDone(t.fieldAdded);
        client.invalidateQueries({ queryKey: ['verticals'] }).catch(failPage);
        onClose();
      }}
      onCancel={onClose}
    >
      <FieldInputs form={form} />
    </SaveForm>
  );
}
