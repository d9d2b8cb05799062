import { useForm } from '@mantine/form';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import { useGo } from '../frame/use-go.ts';
import { installationTexts as t } from '../texts/installation.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Page } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';
import { NO_TENANT, TENANT_RULES, tenantBodyOf, TenantFields, type TenantValues } from './tenant-fields.tsx';
import { ABOVE, tenantHref } from './tenant-types.ts';

const make = async (values: TenantValues) =>
  (await answerOf(api.POST('/api/superadmin/tenants', { body: tenantBodyOf(values) }))).data.id;

/** Makes an organization. */
export default function NewTenantPage() {
  const renew = useRenew();
  const go = useGo();
  const form = useForm<TenantValues>({ initialValues: NO_TENANT, validate: TENANT_RULES });
  return (
    <Page title={t.newTenant} state={t.newState} above={ABOVE}>
      <SaveForm
        form={form}
        label={t.make}
        save={make}
        onSaved={(id) => {
          tellDone(t.made);
          renew('tenants');
          go(tenantHref(String(id)));
        }}
        onCancel={() => go(ABOVE.href)}
      >
        <TenantFields form={form} />
      </SaveForm>
    </Page>
  );
}
