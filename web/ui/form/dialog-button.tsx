import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface DialogButtonProps {
  /** The short word on the button: "Edit". */
  readonly label: string;
  /** What the dialog is about, and what the button says to who cannot see its row: "Edit Sold". */
  readonly title: string;
  readonly look?: 'filled' | 'default';
  readonly size?: 'xs' | 'compact-sm';
  /** What stands in the dialog, which closes itself when it is saved or given up. */
  readonly children: (close: () => void) => ReactNode;
}

/** A small button that opens a form in a dialog. */
export function DialogButton({ label, title, look = 'default', size = 'xs', children }: DialogButtonProps) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant={look} size={size} aria-label={title} onClick={open}>
        {label}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={title} size={592}>
          {children(close)}
        </Modal>
      ) : null}
    </>
  );
}
