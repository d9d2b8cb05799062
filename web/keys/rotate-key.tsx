import { Button, Modal, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { keyTexts as t } from '../texts/keys.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import type { KeyCalls } from './key-calls.ts';

const USUAL_HOURS = '24';
const MOST_HOURS = 168;

interface RotateKeyProps {
  readonly keyId: string;
  readonly rotate: KeyCalls['rotate'];
  readonly onKey: (key: string) => void;
}

/** The button behind which another key takes the place of one. */
export function RotateKey(props: RotateKeyProps) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t.rotate}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={t.rotateTitle}>
          <RotateForm {...props} onClose={close} />
        </Modal>
      ) : null}
    </>
  );
}

const isHours = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) <= MOST_HOURS;

function RotateForm({ keyId, rotate, onKey, onClose }: RotateKeyProps & { readonly onClose: () => void }) {
  const form = useForm({
    initialValues: { overlapHours: USUAL_HOURS },
    validate: { overlapHours: (value) => (isHours(value) ? null : t.overlapRange) },
  });
  return (
    <SaveForm
      form={form}
      label={t.rotate}
      save={({ overlapHours }) => rotate(keyId, Number(overlapHours))}
      onSaved={(key) => {
        onClose();
        onKey(String(key));
      }}
      onCancel={onClose}
    >
      <Text>{t.rotateText}</Text>
      <TextInput
        label={t.overlap}
        description={t.overlapHint}
        inputMode="numeric"
        className="figures"
        data-autofocus
        {...form.getInputProps('overlapHours')}
      />
    </SaveForm>
  );
}
