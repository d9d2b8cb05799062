import { Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { failPage } from '../frame/fail-page.ts';
import type { Ok } from '../frame/ok.ts';
import { ME, useMay, usePerson } from '../frame/session.tsx';
import { settingsTexts as t } from '../texts/settings.ts';
import { Facts } from '../ui/facts.tsx';
import { Choice } from '../ui/form/choice.tsx';
import { EditableSection } from '../ui/form/editable-section.tsx';
import { needed } from '../ui/form/rules.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { tellDone, tellFailure } from '../ui/tell.ts';
import { Time } from '../ui/time.tsx';
import { inWords } from '../ui/words.ts';

type Organization = Ok<'/api/admin/organizations/{tenantId}', 'get'>['data'];

/** The organization itself: its name, its time zone, and what is switched on. */
export default function OrganizationPage() {
  const tenantId = usePerson().tenantId ?? '';
  const may = useMay();
  const found = useQuery({
    queryKey: ['organization', tenantId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/admin/organizations/{tenantId}', { params: { path: { tenantId } } }))).data,
  });
  return (
    <Page title={t.organization} state={t.organizationState}>
      <Loaded query={found}>
        {(organization) => (
          <>
            <EditableSection
              title={t.facts}
              canEdit={may('organization:write')}
              form={(close) => <EditOrganization organization={organization} onClose={close} />}
            >
              <OrganizationFacts organization={organization} />
            </EditableSection>
            <Features organization={organization} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const OrganizationFacts = ({ organization: own }: { readonly organization: Organization }) => (
  <>
    <Facts
      facts={[
        [t.name, own.name],
        [t.timeZone, own.timeZone],
        [t.slug, own.slug],
        [t.status, <Status key="status" value={own.status} />],
        [t.plan, inWords(own.plan)],
        [t.domain, own.domain],
        [t.since, <Time key="since" at={own.createdAt} />],
      ]}
    />
    <Text size="sm" c="dimmed">
      {t.ownerOnly}
    </Text>
  </>
);

const ZONES = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));

/** Asks anew what the organization is, and who one is in it: its zone stands in both. */
function useOrganizationChanged(): () => void {
  const client = useQueryClient();
  return () => {
    tellDone(t.saved);
    client.invalidateQueries({ queryKey: ['organization'] }).catch(failPage);
    client.invalidateQueries({ queryKey: ME }).catch(failPage);
  };
}

interface EditProps {
  readonly organization: Organization;
  readonly onClose: () => void;
}

function EditOrganization({ organization: { id: tenantId, name, timeZone }, onClose }: EditProps) {
  const changed = useOrganizationChanged();
  const form = useForm({ initialValues: { name, timeZone }, validate: { name: needed, timeZone: needed } });
  const save = (values: typeof form.values) =>
    answerOf(
      api.PUT('/api/admin/organizations/{tenantId}', {
        params: { path: { tenantId } },
        body: {
          name: values.name.trim(),
          ...(values.timeZone === timeZone ? {} : { settings: { timeZone: values.timeZone } }),
        },
      }),
    );
  return (
    <SaveForm
      form={form}
      save={save}
      summary={{
        words: { name: t.name, timeZone: t.timeZone },
        note: (values) => (values.timeZone === timeZone ? null : t.zoneNote),
      }}
      onSaved={() => {
        changed();
        onClose();
      }}
      onCancel={onClose}
    >
      <TextInput label={t.name} maxLength={255} {...form.getInputProps('name')} />
      <Choice label={t.timeZone} description={t.timeZoneHint} data={ZONES} {...form.getInputProps('timeZone')} />
    </SaveForm>
  );
}

function Features({ organization: { id: tenantId, features } }: { readonly organization: Organization }) {
  const may = useMay();
  const changed = useOrganizationChanged();
  const params = { path: { tenantId } };
  const toggle = useMutation({
    mutationFn: (body: { readonly feature: string; readonly enabled: boolean }) =>
      answerOf(api.PATCH('/api/admin/organizations/{tenantId}/features', { params, body })),
    onSuccess: changed,
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
            disabled={toggle.isPending || !may('organization:write')}
            onChange={(event) => toggle.mutate({ feature, enabled: event.currentTarget.checked })}
          />
        ))}
      </Stack>
    </Section>
  );
}
