import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { PageFailed } from '../../frame/page-states.tsx';
import { furnitureTexts as t } from '../../texts/furniture.ts';

interface ConfirmActProps {
  /** What the button does, in words: "Pause contract". */
  readonly label: string;
  /** What will follow from it. */
  readonly effect: ReactNode;
  /** Whether it destroys; such an act is confirmed by typing the name of what it destroys. */
  readonly name?: string;
  readonly act: () => Promise<unknown>;
  readonly onDone?: () => void;
  readonly disabled?: boolean;
}

/** A button for what is not done lightly: it says what follows, and asks. */
export function ConfirmAct({ label, effect, name, act, onDone, disabled = false }: ConfirmActProps) {
  const [opened, { open, close }] = useDisclosure();
  const danger = name !== undefined;
  return (
    <>
      <Button
        variant="default"
        {...(danger ? { c: 'var(--mantine-color-error)' } : {})}
        onClick={open}
        disabled={disabled}
      >
        {label}
      </Button>
      {opened ? (
        <Confirmation
          label={label}
          effect={effect}
          name={name}
          act={act}
          onClose={close}
          onDone={() => {
            close();
            onDone?.();
          }}
        />
      ) : null}
    </>
  );
}

interface ConfirmationProps {
  readonly label: string;
  readonly effect: ReactNode;
  readonly name: string | undefined;
  readonly act: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The question itself, for where something else than its button asks it. */
export function Confirmation({ label, effect, name, act, onClose, onDone }: ConfirmationProps) {
  const [typed, setTyped] = useState('');
  const doing = useMutation({ mutationFn: act, onSuccess: onDone });
  const differs = name !== undefined && typed.trim() !== name;
  return (
    <Modal opened onClose={onClose} title={label}>
      <Stack>
        <Text component="div">{effect}</Text>
        {doing.isError ? <PageFailed error={doing.error} /> : null}
        {name === undefined ? null : (
          <TextInput
            label={t.typeName(name)}
            value={typed}
            error={typed !== '' && differs ? t.nameDiffers : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
            data-autofocus
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button
            {...(name === undefined ? {} : { color: 'red.8' })}
            disabled={differs}
            loading={doing.isPending}
            onClick={() => doing.mutate()}
          >
            {label}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
