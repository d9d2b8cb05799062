import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { frameTexts as t } from '../texts/frame.ts';

interface Sample {
  /** What it is: "A post with curl". */
  readonly label?: string;
  readonly text: string;
}

/** Text to take along: an example that can be pasted, a secret that is shown once. */
export const CopyCode = ({ label, text }: Sample) => (
  <Stack gap={4}>
    <Group justify="space-between" align="end">
      <Text fw={500} size="sm">
        {label}
      </Text>
      <CopyText text={text} />
    </Group>
    <Code block tabIndex={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {text}
    </Code>
  </Stack>
);

/** The button that copies, and says so. */
export const CopyText = ({ text, label = t.copy }: { readonly text: string; readonly label?: string }) => (
  <CopyButton value={text}>
    {({ copied, copy }) => (
      <Button
        size="compact-sm"
        variant="default"
        onClick={copy}
        leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      >
        <span aria-live="polite">{copied ? t.copied : label}</span>
      </Button>
    )}
  </CopyButton>
);
