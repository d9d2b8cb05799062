import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Confirmation } from './confirm-act.tsx';

interface RowActProps {
  /** The short word on the button: "Unlink". */
  readonly label: string;
  /** The same with its object, for the question and for who cannot see the row: "Unlink Dental form". */
  readonly about: string;
  /** What will follow from it. */
  readonly effect: string;
  readonly act: () => Promise<unknown>;
  readonly onDone: () => void;
}

/** A small button in a row of a table that asks before it acts. */
export function RowAct({ label, about, effect, act, onDone }: RowActProps) {
  const [opened, { open, close }] = useDisclosure();
  const done = (): void => {
    close();
    onDone();
  };
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={about} onClick={open}>
        {label}
      </Button>
      {opened ? (
        <Confirmation label={about} effect={effect} name={undefined} act={act} onClose={close} onDone={done} />
      ) : null}
    </>
  );
}
