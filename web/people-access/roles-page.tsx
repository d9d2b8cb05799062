import { Anchor, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../frame/session.tsx';
import { roleTexts as t } from '../texts/permissions.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { roleName } from '../ui/words.ts';
import { type BaseRoles, useBaseRoles } from './base-roles.ts';
import { type OwnRole, useOwnRoles } from './use-own-roles.ts';

const columnsOf = (bases: BaseRoles): readonly TableColumn<OwnRole>[] => [
  {
    id: 'name',
    label: t.name,
    cell: ({ id, name }) => (
      <Anchor component={Link} to={`/admin/settings/roles/${id}`} fz="inherit">
        {name}
      </Anchor>
    ),
  },
  { id: 'base', label: t.base, cell: ({ baseRole }) => roleName(baseRole) },
  {
    id: 'permissions',
    label: t.permissions,
    cell: ({ baseRole, permissions }) => {
      const all = bases.of(baseRole);
      return t.left(all.filter((name) => permissions.includes(name)).length, all.length);
    },
    numeric: true,
  },
  { id: 'people', label: t.people, cell: ({ people }) => people, numeric: true },
];

/** Roles of the organization's own. */
export default function RolesPage() {
  const roles = useOwnRoles();
  const bases = useBaseRoles();
  const may = useMay();
  return (
    <Page
      title={t.roles}
      state={t.rolesState}
      action={
        may('roles:write') ? (
          <Button component={Link} to="/admin/settings/roles/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t.makeRole}
          </Button>
        ) : null
      }
    >
      <Loaded query={roles}>
        {(rows) => (
          <Loaded query={bases}>
            {(loaded) => (
              <SmallTable
                label={t.roles}
                columns={columnsOf(loaded)}
                rows={rows}
                rowId={({ id }) => id}
                empty={t.noRoles}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
