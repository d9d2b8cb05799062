import { Grid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { usePageParam } from '../frame/page-param.ts';
import { installationTexts as t } from '../texts/installation.ts';
import { Facts } from '../ui/facts.tsx';
import { EditableSection } from '../ui/form/editable-section.tsx';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { Time } from '../ui/time.tsx';
import { inWords } from '../ui/words.ts';
import { EnterTenant } from './enter-tenant.tsx';
import { TenantActs } from './tenant-acts.tsx';
import { TenantFeatures } from './tenant-features.tsx';
import { TENANT_RULES, tenantBodyOf, TenantFields, type TenantValues, tenantValuesOf } from './tenant-fields.tsx';
import { TenantPeople } from './tenant-people.tsx';
import { TenantStats } from './tenant-stats.tsx';
import { ABOVE, type Tenant } from './tenant-types.ts';
import { useTenantChanged } from './use-tenant-changed.ts';

/** One organization: what it is, how much is in it, who is in it, and the way in. */
export default function TenantPage() {
  const tenantId = usePageParam('tenantId');
  const tenant = useQuery({
    queryKey: ['tenants', 'one', tenantId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/superadmin/tenants/{tenantId}', { params: { path: { tenantId } } }))).data,
  });
  return <Loaded query={tenant}>{(found) => <Organization tenant={found} />}</Loaded>;
}

const Organization = ({ tenant }: { readonly tenant: Tenant }) => (
  <Page
    title={tenant.name}
    above={ABOVE}
    state={<Status value={tenant.status} />}
    action={tenant.status === 'active' ? <EnterTenant tenant={tenant} /> : null}
  >
    <TenantStats tenantId={tenant.id} />
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Stack gap="md">
          <EditableSection title={t.facts} canEdit form={(close) => <EditTenant tenant={tenant} onClose={close} />}>
            <TenantFacts tenant={tenant} />
          </EditableSection>
          <TenantPeople tenant={tenant} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Stack gap="md">
          <Section title={t.acts}>
            <TenantActs tenant={tenant} />
          </Section>
          <TenantFeatures tenant={tenant} />
        </Stack>
      </Grid.Col>
    </Grid>
  </Page>
);

const TenantFacts = ({ tenant }: { readonly tenant: Tenant }) => (
  <Facts
    facts={[
      [t.name, tenant.name],
      [t.slug, tenant.slug],
      [t.kind, inWords(tenant.kind)],
      [t.plan, inWords(tenant.plan)],
      [t.timeZone, tenant.timeZone],
      [t.domain, tenant.domain],
      [t.approvedAt, <Time key="approved" at={tenant.approvedAt} />],
      [t.created, <Time key="created" at={tenant.createdAt} />],
    ]}
  />
);

function EditTenant({ tenant, onClose }: { readonly tenant: Tenant; readonly onClose: () => void }) {
  const changed = useTenantChanged();
  const form = useForm<TenantValues>({ initialValues: tenantValuesOf(tenant), validate: TENANT_RULES });
  const params = { path: { tenantId: tenant.id } };
  const words = { name: t.name, slug: t.slug, timeZone: t.timeZone, plan: t.plan, domain: t.domain };
  return (
    <SaveForm
      form={form}
      save={(values) =>
        answerOf(api.PATCH('/api/superadmin/tenants/{tenantId}', { params, body: tenantBodyOf(values) }))
      }
      summary={{ words }}
      onSaved={() => {
        changed(t.saved);
        onClose();
      }}
      onCancel={onClose}
    >
      <TenantFields form={form} />
    </SaveForm>
  );
}
