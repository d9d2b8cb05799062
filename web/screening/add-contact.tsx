import { Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import { suppressionTexts as t } from '../texts/suppression.ts';
import { Choice } from '../ui/form/choice.tsx';
import { needed } from '../ui/form/rules.ts';
import { renameFaults } from '../ui/form/rename-faults.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { tellDone } from '../ui/tell.ts';
import { BLANK_TERMS, type EntryBody, type ListTerms, TERM_RULES, termsBody } from './list-terms.ts';
import { ListTermsFields } from './list-terms-fields.tsx';

type AddValues = ListTerms & { type: EntryBody['type']; value: string };

const TYPES = Object.entries(t.types).map(([value, label]) => ({ value, label }));

/** Lists one contact. */
export function AddContact({ onClose }: { readonly onClose: () => void }) {
  const renew = useRenew();
  const form = useForm<AddValues>({
    initialValues: { ...BLANK_TERMS, type: 'phone', value: '' },
    validate: { value: needed, ...TERM_RULES },
  });
  const save = async (values: AddValues) => {
    const body = { type: values.type, value: values.value.trim(), ...termsBody(values) };
    return (await answerOf(api.POST('/api/v1/suppression', { body }))).data;
  };
  return (
    <Modal opened onClose={onClose} title={t.add}>
      <SaveForm
        form={form}
        label={t.addAct}
        save={async (values) => {
          const { alreadyListed } = await renameFaults(save(values), (field) =>
            field === 'scopeId' ? `${values.scope}Id` : field,
          );
          tellDone(alreadyListed ? t.already : t.added);
        }}
        onSaved={() => {
          renew('suppression');
          onClose();
        }}
        onCancel={onClose}
      >
        <Choice label={t.type} data={TYPES} {...form.getInputProps('type')} />
        <TextInput
          label={t.value}
          description={t.valueHint}
          autoComplete="off"
          maxLength={254}
          required
          data-autofocus
          {...form.getInputProps('value')}
        />
        <ListTermsFields form={form} />
      </SaveForm>
    </Modal>
  );
}
