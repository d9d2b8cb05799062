import { Alert, Anchor, Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { PageFailed } from '../frame/page-states.tsx';
import { testPostTexts as t } from '../texts/test-post.ts';
import { sendTestPost, type TestPostAnswer } from './send-test-post.ts';

interface TestPostProps {
  readonly campaignId: string;
  /** The lead to begin with. */
  readonly sample: Readonly<Record<string, unknown>>;
  /** The page of a lead, for who may see why it went where it went. */
  readonly leadHref?: (shortId: string) => string;
}

type Read = { readonly fields: Readonly<Record<string, unknown>> } | { readonly fault: string };

function readBody(text: string): Read {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { fields: value as Readonly<Record<string, unknown>> };
    return { fault: t.notJson };
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: t.notJson };
    throw error;
  }
}

/** Tries a campaign: a lead that can be changed, and what the partner would be answered. */
export function TestPost({ campaignId, sample, leadHref }: TestPostProps) {
  const [text, setText] = useState(() => JSON.stringify(sample, null, 2));
  const [fault, setFault] = useState<string>();
  const post = useMutation({
    mutationFn: (fields: Readonly<Record<string, unknown>>) => sendTestPost(campaignId, fields),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const read = readBody(text);
    setFault('fault' in read ? read.fault : undefined);
    if ('fields' in read) post.mutate(read.fields);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text c="dimmed">{t.text}</Text>
        <Textarea
          label={t.body}
          description={t.bodyHint}
          autosize
          minRows={6}
          maxRows={20}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          value={text}
          error={fault}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={post.isPending}>
            {t.send}
          </Button>
        </Group>
        {post.isError ? <PageFailed error={post.error} /> : null}
        {post.data ? <TestPostResult answer={post.data} {...(leadHref ? { leadHref } : {})} /> : null}
      </Stack>
    </form>
  );
}

const TONES = { success: 'green', accepted: 'blue', rejected: 'yellow', duplicate: 'yellow' } as const;

/** What a partner would be told, and for who may, the way to the reason. */
function TestPostResult({ answer, leadHref }: { answer: TestPostAnswer } & Pick<TestPostProps, 'leadHref'>) {
  const { result, msg, warnings, data } = answer;
  return (
    <Alert color={TONES[result]} variant="light" title={t[result]} role="status">
      <Stack gap="xs">
        {msg ? <Text c="var(--mantine-color-text)">{msg}</Text> : null}
        {warnings.length > 0 ? (
          <>
            <Text fw={600}>{t.warnings}</Text>
            <List size="sm">
              {warnings.map((warning) => (
                <List.Item key={warning.field + warning.rule}>{warning.message}</List.Item>
              ))}
            </List>
          </>
        ) : null}
        {leadHref && data.shortId ? (
          <Anchor component={Link} to={leadHref(data.shortId)}>
            {t.toLead}
          </Anchor>
        ) : null}
      </Stack>
    </Alert>
  );
}
