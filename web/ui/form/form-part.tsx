import { Fieldset, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface FormPartProps {
  /** The question that the fields answer: "Which leads does it take?" */
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** The fields that answer one question. */
export const FormPart = ({ title, text, children }: FormPartProps) => (
  <Fieldset legend={<Text fw={600}>{title}</Text>} bg="var(--mantine-color-body)" m={0}>
    <Stack gap="sm">
      {text ? (
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      ) : null}
      {children}
    </Stack>
  </Fieldset>
);
