import { Alert, Text } from '@mantine/core';
import { leadImportTexts as t } from '../texts/lead-imports.ts';

/** Says that nothing is heard of work that goes on. */
export const LostLine = ({ isLost }: { readonly isLost: boolean }) =>
  isLost ? (
    <Alert variant="light" color="yellow" role="status">
      <Text c="var(--mantine-color-text)">{t.lost}</Text>
    </Alert>
  ) : null;
