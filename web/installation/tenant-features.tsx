import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { installationTexts as t } from '../texts/installation.ts';
import { Section } from '../ui/page.tsx';
import { tellFailure } from '../ui/tell.ts';
import type { Tenant } from './tenant-types.ts';
import { useTenantChanged } from './use-tenant-changed.ts';

/** The switches of an organization, and a new one. */
export function TenantFeatures({ tenant: { id, features } }: { readonly tenant: Tenant }) {
  const changed = useTenantChanged();
  const params = { path: { tenantId: id } };
  const toggle = useMutation({
    mutationFn: (body: { readonly feature: string; readonly enabled: boolean }) =>
      answerOf(api.PATCH('/api/superadmin/tenants/{tenantId}/features', { params, body })),
    onSuccess: () => changed(t.featureSaved),
    onError: tellFailure,
  });
  const names = Object.keys(features).toSorted();
  return (
    <Section title={t.features}>
      <Text c="dimmed">{t.featuresText}</Text>
      {names.length === 0 ? <Text>{t.noFeatures}</Text> : null}
      <Stack gap="xs">
        {names.map((feature) => (
          <Switch
            key={feature}
            label={feature}
            checked={features[feature] ?? false}
            disabled={toggle.isPending}
            onChange={(event) => toggle.mutate({ feature, enabled: event.currentTarget.checked })}
          />
        ))}
      </Stack>
      <AddFeature busy={toggle.isPending} onName={(feature) => toggle.mutate({ feature, enabled: true })} />
    </Section>
  );
}

function AddFeature({ busy, onName }: { readonly busy: boolean; readonly onName: (name: string) => void }) {
  const [name, setName] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    onName(name.trim());
    setName('');
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="xs">
        <TextInput
          label={t.feature}
          description={t.featureHint}
          maxLength={64}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={busy}>
          {t.addFeature}
        </Button>
      </Group>
    </form>
  );
}
