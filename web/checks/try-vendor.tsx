import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { PageFailed } from '../frame/page-states.tsx';
import { checkTexts as t } from '../texts/checks.ts';
import { Section } from '../ui/page.tsx';
import type { Vendor } from './vendor-values.ts';

/** Asks the vendor, as it is saved, about a contact of nobody. */
export function TryVendor({ vendor: { id, kind } }: { readonly vendor: Vendor }) {
  const isEmail = kind === 'email';
  const [value, setValue] = useState(isEmail ? 'nobody@example.com' : '202-555-0142');
  const trial = useMutation({
    mutationFn: async () => {
      const params = { path: { checkVendorId: id } };
      const body = { value };
      return (await answerOf(api.POST('/api/v1/check-vendors/{checkVendorId}/try', { params, body }))).data;
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    trial.mutate();
  };
  return (
    <Section title={t.tryIt}>
      <Text size="sm" c="dimmed">
        {t.tryText}
      </Text>
      <form onSubmit={submit} autoComplete="off">
        <Stack gap="xs">
          <TextInput
            label={t.tryValue}
            description={isEmail ? t.tryEmailHint : t.tryPhoneHint}
            maxLength={254}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" variant="default" loading={trial.isPending}>
              {t.tryIt}
            </Button>
          </Group>
        </Stack>
      </form>
      {trial.isError ? <PageFailed error={trial.error} /> : null}
      <div role="status">{trial.data ? <Said {...trial.data} /> : null}</div>
    </Section>
  );
}

interface SaidProps {
  readonly result: string;
  readonly text: string;
  readonly durationMs: number | null;
}

const Said = ({ result, text, durationMs }: SaidProps) => (
  <>
    <Text>{t.said(t.results[result] ?? result, text)}</Text>
    {durationMs === null ? null : (
      <Text size="sm" c="dimmed">
        {t.took(durationMs)}
      </Text>
    )}
  </>
);
