import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { furnitureTexts as t } from '../../texts/furniture.ts';

/** Asks before a page with unsaved changes is left, also when the window is closed. */
export function UnsavedGuard({ isDirty }: { readonly isDirty: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
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
