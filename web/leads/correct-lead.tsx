import { Button, Modal, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import { leadFormTexts as t } from '../texts/lead-forms.ts';
import type { FieldWords } from '../ui/form/changes.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { type TextField, TextFields } from '../ui/form/text-fields.tsx';
import { tellDone } from '../ui/tell.ts';

type Contact = { firstName: string; lastName: string; email: string; phone: string };

const BLANK: Contact = { firstName: '', lastName: '', email: '', phone: '' };
const FIELDS: readonly TextField[] = [
  { name: 'firstName', label: t.firstName, max: 500 },
  { name: 'lastName', label: t.lastName, max: 500 },
  { name: 'email', label: t.email, max: 500, type: 'email' },
  { name: 'phone', label: t.phone, max: 500, type: 'tel', hint: t.phoneHint },
];

/** What stands in the lead is masked, so that only what it becomes is told. */
const becoming = (label: string) => ({ label, say: (value: string): string => (value === '' ? t.asItIs : value) });
const WORDS: FieldWords<Contact> = {
  firstName: becoming(t.firstName),
  lastName: becoming(t.lastName),
  email: becoming(t.email),
  phone: becoming(t.phone),
};

const givenOf = (values: Contact): Partial<Contact> =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );

/** The button behind which mistakes in how a person is named and reached are corrected. */
export function CorrectLead({ leadId }: { readonly leadId: string }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t.correct}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={t.correct}>
          <CorrectForm leadId={leadId} onClose={close} />
        </Modal>
      ) : null}
    </>
  );
}

function CorrectForm({ leadId, onClose }: { readonly leadId: string; readonly onClose: () => void }) {
  const renew = useRenew();
  const form = useForm<Contact>({
    initialValues: BLANK,
    validate: (values) => (Object.keys(givenOf(values)).length === 0 ? { firstName: t.nothing } : {}),
  });
  const save = (values: Contact): Promise<unknown> =>
    answerOf(api.PATCH('/api/v1/leads/{leadId}', { params: { path: { leadId } }, body: givenOf(values) }));
  return (
    <SaveForm
      form={form}
      label={t.correctAct}
      save={save}
      summary={{ words: WORDS }}
      onSaved={() => {
        tellDone(t.corrected);
        renew('leads', 'people');
        onClose();
      }}
      onCancel={onClose}
    >
      <Text c="dimmed">{t.correctText}</Text>
      <TextFields form={form} fields={FIELDS} />
    </SaveForm>
  );
}
