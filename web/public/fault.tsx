import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { asApiError } from '../frame/api.ts';
import { ceremonyFault } from './passkeys.ts';
import type { PublicTexts } from '../texts/public.ts';

/** Why it did not work, in one place above the form, told to screen readers at once. */
export function Fault({ error, texts }: { readonly error: unknown; readonly texts: PublicTexts }) {
  if (!error) return null;
  const broken = ceremonyFault(error);
  const told = asApiError(error);
  const lines = broken
    ? [broken === 'untrusted' ? texts.passkeysUnavailable : texts.passkeyCancelled]
    : told.faults.length > 0
      ? told.faults.map(({ message }) => message)
      : [told.message];
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} role="alert">
      {lines.map((line) => (
        <Text key={line} c="var(--mantine-color-text)">
          {line}
        </Text>
      ))}
    </Alert>
  );
}
