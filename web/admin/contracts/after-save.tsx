import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { contractTexts as t } from '../../texts/contracts.ts';
import { ShownOnce } from '../../ui/shown-once.tsx';

interface AfterSaveProps {
  readonly contractId: string;
  readonly signingSecret: string | undefined;
  readonly warnings: readonly { readonly field: string; readonly rule: string; readonly message: string }[];
}

/** What an answer says beside the contract: a secret that is shown once, and what will hardly be meant. */
export const AfterSave = ({ contractId, signingSecret, warnings }: AfterSaveProps) => (
  <Stack maw={720}>
    {warnings.length > 0 ? (
      <Alert
        color="yellow"
        variant="light"
        icon={<IconAlertTriangle aria-hidden />}
        title={
          <Text span inherit c="var(--careroute-yellow-text)">
            {t.warnings}
          </Text>
        }
        role="status"
      >
        <List>
          {warnings.map(({ field, message }) => (
            <List.Item key={field + message}>{message}</List.Item>
          ))}
        </List>
      </Alert>
    ) : null}
    {signingSecret === undefined ? null : <ShownOnce title={t.secret} text={t.secretText} secret={signingSecret} />}
    <Group>
      <Button component={Link} to={`/admin/buyers/contracts/${contractId}`}>
        {t.toContract}
      </Button>
    </Group>
  </Stack>
);
