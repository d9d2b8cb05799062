import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconHandStop } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { PageFailed } from '../frame/page-states.tsx';
import { suppressionTexts as t } from '../texts/suppression.ts';
import { Section } from '../ui/page.tsx';
import { reasonWords } from './entry-words.ts';

/** Asks whether somebody is listed. What is asked for goes in a body, never into an address. */
export function CheckContact() {
  const [text, setText] = useState('');
  const check = useMutation({
    mutationFn: async () => {
      const value = text.trim();
      const body = value.includes('@') ? { email: value } : { phone: value };
      return (await answerOf(api.POST('/api/v1/suppression/check', { body }))).data;
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') check.mutate();
  };
  return (
    <Section title={t.check}>
      <form onSubmit={submit} autoComplete="off">
        <Group align="end" gap="xs" wrap="nowrap" maw={560}>
          <TextInput
            style={{ flex: 1 }}
            label={t.checkField}
            autoComplete="off"
            maxLength={254}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              check.reset();
            }}
          />
          <Button type="submit" variant="default" loading={check.isPending}>
            {t.checkAct}
          </Button>
        </Group>
      </form>
      {check.isError ? <PageFailed error={check.error} /> : null}
      <div role="status">{check.data ? <Verdict {...check.data} /> : null}</div>
    </Section>
  );
}

interface VerdictProps {
  readonly suppressed: boolean;
  readonly listName: string | null;
  readonly matches: readonly Parameters<typeof reasonWords>[0][];
}

function Verdict({ suppressed, listName, matches: [first] }: VerdictProps) {
  const Icon = suppressed ? IconHandStop : IconCircleCheck;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Icon size={20} aria-hidden />
      <Stack gap={0}>
        <Text fw={suppressed ? 600 : 400}>{suppressed ? t.listed(listName ?? t.title) : t.notListed}</Text>
        {first ? (
          <Text size="sm" c="dimmed">
            {reasonWords(first)}
          </Text>
        ) : null}
      </Stack>
    </Group>
  );
}
