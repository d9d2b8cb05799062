import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { asApiError } from '../frame/api.ts';
import { faultInWords } from '../frame/fault-words.ts';
import { ceremonyFault } from './passkeys.ts';
import type { PublicTexts } from '../texts/public.ts';

interface FaultProps {
  readonly error: unknown;
  readonly texts: PublicTexts;
  /** Fields that say their own faults. */
  readonly at?: readonly string[];
}

function linesOf({ error, texts, at = [] }: FaultProps): readonly string[] {
  const broken = ceremonyFault(error);
  if (broken) return [broken === 'untrusted' ? texts.passkeysUnavailable : texts.passkeyCancelled];
  const { faults, message, code } = asApiError(error);
  if (code === 'GONE' || faults.some(({ field }) => field === 'token')) return [texts.linkDead];
  return faults.length > 0 ? faults.filter(({ field }) => !at.includes(field)).map(faultInWords) : [message];
}

/** Why it did not work, in one place above the form, told to screen readers at once. */
export function Fault(props: FaultProps) {
  if (!props.error) return null;
  const lines = linesOf(props);
  if (lines.length === 0) return null;
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
