import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { furnitureTexts as t } from '../../texts/furniture.ts';

interface UnsavedGuardProps {
  readonly isDirty: boolean;
  /** Whether it was saved just now, so that what follows may leave the page before it is drawn again. */
  readonly isSaved: () => boolean;
}

/** Asks before a page with unsaved changes is left, also when the window is closed. */
export function UnsavedGuard({ isDirty, isSaved }: UnsavedGuardProps) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && !isSaved() && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Modal opened onClose={reset} title={t.unsavedTitle}>
      <Text>{t.unsavedText}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={proceed}>
          {t.leave}
        </Button>
        <Button onClick={reset} data-autofocus>
          {t.stay}
        </Button>
      </Group>
    </Modal>
  );
}
