import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { furnitureTexts as t } from '../../texts/furniture.ts';
import { Section } from '../page.tsx';

interface EditableSectionProps {
  readonly title: string;
  readonly canEdit: boolean;
  /** The form, which closes itself when it is saved or given up. */
  readonly form: (close: () => void) => ReactNode;
  /** How it is now. */
  readonly children: ReactNode;
}

/** How a thing is, and the form that changes it, in the same place. */
export function EditableSection({ title, canEdit, form, children }: EditableSectionProps) {
  const [isOpen, setOpen] = useState(false);
  const button = (
    <Button variant="default" size="xs" aria-label={`${t.edit}: ${title}`} onClick={() => setOpen(true)}>
      {t.edit}
    </Button>
  );
  return (
    <Section title={title} action={canEdit && !isOpen ? button : null}>
      {isOpen ? form(() => setOpen(false)) : children}
    </Section>
  );
}
