import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import { installationTexts as t, PLAN_WORDS } from '../texts/installation.ts';
import { Page } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableFilter, TableWish } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { inWords } from '../ui/words.ts';
import { type Tenant, tenantHref } from './tenant-types.ts';

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/superadmin/tenants', { params: { query: offsetQuery(wish) } })));

const PLANS: Readonly<Record<string, string>> = PLAN_WORDS;

const COLUMNS: readonly TableColumn<Tenant>[] = [
  { id: 'name', label: t.name, cell: ({ name }) => name },
  { id: 'slug', label: t.slug, cell: ({ slug }) => slug },
  { id: 'kind', label: t.kind, cell: ({ kind }) => inWords(kind) },
  { id: 'status', label: t.status, cell: ({ status }) => <Status value={status} /> },
  { id: 'plan', label: t.plan, cell: ({ plan }) => PLANS[plan] ?? inWords(plan) },
  { id: 'zone', label: t.timeZone, cell: ({ timeZone }) => timeZone },
  { id: 'created', label: t.created, cell: ({ createdAt }) => <Time at={createdAt} /> },
];

const FILTERS: readonly TableFilter[] = [
  { kind: 'text', id: 'q', label: t.name },
  {
    kind: 'choice',
    id: 'status',
    label: t.status,
    options: ['pending', 'active', 'suspended', 'inactive'].map((value) => ({ value, label: inWords(value) })),
  },
];

/** Every organization of the installation. */
export default function TenantsPage() {
  const make = (
    <Button component={Link} to="/installation/tenants/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t.make}
    </Button>
  );
  return (
    <Page title={t.tenants} state={t.tenantsState} action={make}>
      <DataTable
        name="tenants"
        label={t.tenantsState}
        columns={COLUMNS}
        filters={FILTERS}
        load={load}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => tenantHref(id)}
        empty={{ title: t.noTenants, text: t.noTenantsText, action: make }}
      />
    </Page>
  );
}
