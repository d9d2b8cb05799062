import { Alert, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CopyCode } from './copy-code.tsx';
import { shownOnceTexts as t } from '../texts/shown-once.ts';

interface ShownOnceProps {
  /** What it is: "Posting key". */
  readonly title: string;
  /** What it is for. */
  readonly text: string;
  readonly secret: string;
  /** What to do after it is kept. */
  readonly children?: ReactNode;
}

/** A secret that was just made: to be copied now, since nobody can show it again. */
export const ShownOnce = ({ title, text, secret, children }: ShownOnceProps) => (
  <Alert
    color="yellow"
    variant="light"
    icon={<IconKey aria-hidden />}
    title={
      <Text span inherit c="var(--careroute-yellow-text)">
        {title}
      </Text>
    }
    role="status"
  >
    <Stack gap="sm">
      <Text c="var(--mantine-color-text)">{text}</Text>
      <CopyCode label={t.notAgain} text={secret} />
      {children}
    </Stack>
  </Alert>
);
