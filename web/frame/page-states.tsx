import { Alert, Anchor, Button, Center, Code, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { asApiError } from './api.ts';
import { frameTexts as t } from '../texts/frame.ts';

/** What happened, its code, what to do, and a way to try again. */
export function PageFailed({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => unknown }) {
  const { message, code, requestId, faults } = asApiError(error);
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={message} role="alert">
      <Stack gap="xs">
        {faults.map((fault) => (
          <Text key={fault.field + fault.message}>{fault.message}</Text>
        ))}
        <Text c="dimmed" size="sm">
          {t.code} <Code>{code}</Code>
          {requestId === undefined ? null : (
            <>
              {' · '}
              {t.request} <Code>{requestId}</Code>
            </>
          )}
        </Text>
        {onRetry ? (
          <Group>
            <Button variant="default" onClick={() => onRetry()}>
              {t.tryAgain}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Alert>
  );
}

/** The shape of a page that is still on its way. */
export const PageLoading = () => (
  <Stack p="md" aria-busy="true" aria-label={t.loading}>
    <Skeleton h={28} w={240} />
    <Skeleton h={16} w={360} maw="100%" />
    <Skeleton h={320} />
  </Stack>
);

const Middle = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <Center mih="60vh" p="md" component="main">
    <Stack align="center" gap="xs" maw={420}>
      <Title order={1}>{title}</Title>
      <Text c="dimmed" ta="center">
        {text}
      </Text>
      <Anchor href="/">{t.toFirstPage}</Anchor>
    </Stack>
  </Center>
);

/** There is no such page. */
export const PageMissing = () => <Middle title={t.missingTitle} text={t.missingText} />;

/** The page itself broke. */
export const PageBroken = ({ error }: { readonly error: unknown }) => (
  <Stack p="md" component="section">
    <Title order={1}>{t.pageFailedTitle}</Title>
    <PageFailed error={error} onRetry={() => globalThis.location.reload()} />
  </Stack>
);
