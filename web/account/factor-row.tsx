import { Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface FactorRowProps {
  readonly title: string;
  readonly state?: ReactNode;
  readonly action: ReactNode;
}

/** One kind of factor: how it stands, and what can be done with it. */
export const FactorRow = ({ title, state, action }: FactorRowProps) => (
  <Group justify="space-between" align="center" gap="sm">
    <Stack gap={4}>
      <Title order={3}>{title}</Title>
      {state}
    </Stack>
    {action}
  </Group>
);
