import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import { installationTexts as t } from '../texts/installation.ts';
import { Figures } from '../ui/figures.tsx';
import { count } from '../ui/format.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page, Section } from '../ui/page.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { inWords } from '../ui/words.ts';
import { type Tenant, tenantHref } from './tenant-types.ts';

const STATUSES = ['active', 'pending', 'suspended', 'inactive'] as const;
const FEW = '50';

const withStatus = (status: (typeof STATUSES)[number]) =>
  answerOf(api.GET('/api/superadmin/tenants', { params: { query: { status, limit: FEW } } }));

const COLUMNS: readonly TableColumn<Tenant>[] = [
  {
    id: 'name',
    label: t.name,
    cell: ({ id, name }) => (
      <Anchor component={Link} to={tenantHref(id)} fz="inherit">
        {name}
      </Anchor>
    ),
  },
  { id: 'slug', label: t.slug, cell: ({ slug }) => slug },
  { id: 'created', label: t.created, cell: ({ createdAt }) => <Time at={createdAt} /> },
];

/** How many organizations there are, and who waits to be let in. */
export default function TodayPage() {
  const counted = useQuery({
    queryKey: ['tenants', 'counted'],
    queryFn: () => Promise.all(STATUSES.map(withStatus)),
  });
  return (
    <Page title={t.today} state={t.todayState}>
      <Loaded query={counted}>
        {(lists) => (
          <>
            <Figures
              figures={STATUSES.map((status, index) => ({
                label: inWords(status),
                value: count(lists[index]?.pagination.total ?? 0),
              }))}
            />
            <Section title={t.waitingTitle}>
              <SmallTable
                label={t.waitingTitle}
                columns={COLUMNS}
                rows={lists[STATUSES.indexOf('pending')]?.data ?? []}
                rowId={({ id }) => id}
                empty={t.waitingNone}
              />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
