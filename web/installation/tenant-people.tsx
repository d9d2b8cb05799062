import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { installationTexts as t } from '../texts/installation.ts';
import { needed } from '../ui/form/rules.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/page.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import { PERSON_COLUMNS } from './person-columns.tsx';
import type { Tenant } from './tenant-types.ts';
import { useTenantChanged } from './use-tenant-changed.ts';

const SHOWN = '100';
const { email, role, status, last, act } = PERSON_COLUMNS;

/** Who is in an organization; its first owner, where it has nobody yet. */
export function TenantPeople({ tenant }: { readonly tenant: Tenant }) {
  const [opened, { open, close }] = useDisclosure();
  const params = { path: { tenantId: tenant.id }, query: { limit: SHOWN } };
  const people = useQuery({
    queryKey: ['tenant-people', 'of', tenant.id],
    queryFn: async () => (await answerOf(api.GET('/api/superadmin/tenants/{tenantId}/users', { params }))).data,
  });
  const isEmpty = people.data?.length === 0;
  return (
    <Section
      title={t.peopleOf}
      action={
        isEmpty ? (
          <Button variant="default" onClick={open}>
            {t.firstOwner}
          </Button>
        ) : null
      }
    >
      <Loaded query={people}>
        {(rows) => (
          <SmallTable
            label={t.peopleOf}
            columns={[email, role, status, last, act]}
            rows={rows}
            rowId={({ id }) => id}
            empty={t.noPeople}
          />
        )}
      </Loaded>
      {opened ? (
        <Modal opened onClose={close} title={t.firstOwner}>
          <OwnerForm tenant={tenant} onClose={close} />
        </Modal>
      ) : null}
    </Section>
  );
}

function OwnerForm({ tenant, onClose }: { readonly tenant: Tenant; readonly onClose: () => void }) {
  const changed = useTenantChanged();
  const form = useForm({ initialValues: { email: '', firstName: '', lastName: '' }, validate: { email: needed } });
  const params = { path: { tenantId: tenant.id } };
  const invite = (values: typeof form.values) =>
    answerOf(
      api.POST('/api/superadmin/tenants/{tenantId}/users', {
        params,
        body: {
          email: values.email.trim(),
          firstName: values.firstName.trim() || null,
          lastName: values.lastName.trim() || null,
          role: tenant.kind === 'practice' ? 'practice_owner' : 'owner',
        },
      }),
    );
  return (
    <SaveForm
      form={form}
      label={t.invite}
      save={invite}
      onSaved={() => {
        changed(t.invited);
        onClose();
      }}
      onCancel={onClose}
    >
      <Stack>
        <Text c="dimmed">{t.firstOwnerText}</Text>
        <TextInput
          required
          label={t.email}
          type="email"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('email')}
        />
        <TextInput label={t.firstName} autoComplete="off" maxLength={100} {...form.getInputProps('firstName')} />
        <TextInput label={t.lastName} autoComplete="off" maxLength={100} {...form.getInputProps('lastName')} />
      </Stack>
    </SaveForm>
  );
}
