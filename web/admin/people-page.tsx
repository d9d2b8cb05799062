import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { PageFailed } from '../frame/page-states.tsx';
import { FoundLeads } from '../leads/found-leads.tsx';
import { peopleTexts as t } from '../texts/people.ts';
import { Page, Section } from '../ui/page.tsx';

type By = 'email' | 'phone';

/** Finds the leads of one person. What is searched for goes in a body, never into an address. */
export default function PeoplePage() {
  const [by, setBy] = useState<By>('email');
  const [text, setText] = useState('');
  const search = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/leads/find', { body: { [by]: text.trim(), masked: true } })),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') search.mutate();
  };
  return (
    <Page title={t.title} state={t.state}>
      <Section>
        <form onSubmit={submit} autoComplete="off">
          <Stack maw={560}>
            <SegmentedControl
              aria-label={t.by}
              value={by}
              onChange={(next) => setBy(next === 'phone' ? 'phone' : 'email')}
              data={[
                { value: 'email', label: t.email },
                { value: 'phone', label: t.phone },
              ]}
            />
            <Group align="end" gap="xs" wrap="nowrap">
              <TextInput
                style={{ flex: 1 }}
                label={by === 'email' ? t.email : t.phone}
                type={by === 'email' ? 'email' : 'tel'}
                autoComplete="off"
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
              <Button type="submit" loading={search.isPending}>
                {t.find}
              </Button>
            </Group>
          </Stack>
        </form>
      </Section>
      {search.isError ? <PageFailed error={search.error} /> : null}
      {search.isIdle ? <Text c="dimmed">{t.start}</Text> : null}
      {search.data ? <FoundLeads leads={search.data.data} /> : null}
    </Page>
  );
}
