import { Alert, Anchor, Button, Center, Code, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { asApiError } from './api.ts';
import { faultInWords } from './fault-words.ts';
import { frameTexts as t } from '../texts/frame.ts';

interface PageFailedProps {
  readonly error: unknown;
  readonly onRetry?: () => unknown;
  /** Fields on the screen that say their own faults. */
  readonly at?: readonly string[];
}

/** What happened, its code, what to do, and a way to try again. */
export function PageFailed({ error, onRetry, at = [] }: PageFailedProps) {
  const { message, code, requestId, faults: all } = asApiError(error);
  const faults = all.filter(({ field }) => !at.includes(field));
  if (all.length > 0 && faults.length === 0) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={message} role="alert">
      <Stack gap="xs">
        {faults.map((fault) => (
          <Text key={fault.field + fault.message}>{faultInWords(fault)}</Text>
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
        {code === 'NOT_FOUND' ? (
          <Anchor href="/">{t.toFirstPage}</Anchor>
        ) : onRetry ? (
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

/** The page is not for the role of whoever opened it; `to` is where that person begins. */
export const PageClosed = ({ to }: { readonly to: string | undefined }) => (
  <Center mih="60vh" p="md">
    <Stack align="center" gap="xs" maw={420}>
      <Title order={1}>{t.closedTitle}</Title>
      <Text c="dimmed" ta="center">
        {to === undefined ? t.nothingOpen : t.closedText}
      </Text>
      {to === undefined ? null : (
        <Anchor component={Link} to={to}>
          {t.toFirstPage}
        </Anchor>
      )}
    </Stack>
  </Center>
);

/** The page itself broke. */
export const PageBroken = ({ error }: { readonly error: unknown }) => (
  <Stack p="md" component="section">
    <Title order={1}>{t.pageFailedTitle}</Title>
    <PageFailed error={error} onRetry={() => globalThis.location.reload()} />
  </Stack>
);
