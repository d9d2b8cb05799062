import { List, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../frame/session.tsx';
import { useGo } from '../frame/use-go.ts';
import { roleTexts as t } from '../texts/permissions.ts';
import { Choice } from '../ui/form/choice.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { decideAccess } from './decide-access.ts';
import { allFields, ruledRoleName } from './ruled-names.ts';
import { type Access, type KnownField, type RuledRole, useFieldRules, useKnownFields } from './use-field-access.ts';

/** Which fields of leads each role sees. */
export default function FieldAccessPage() {
  const rules = useFieldRules();
  const may = useMay();
  return (
    <Page
      title={t.fields}
      state={t.fieldsState}
      action={may('field-access:write') && rules.data ? <EditChoice roles={rules.data} /> : null}
    >
      <Section title={t.howTitle}>
        <List>
          {t.how.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </Section>
      <Loaded query={rules}>{(roles) => <Matrix roles={roles} />}</Loaded>
    </Page>
  );
}

function EditChoice({ roles }: { readonly roles: readonly RuledRole[] }) {
  const go = useGo();
  return (
    <Choice
      aria-label={t.editFor}
      placeholder={t.editFor}
      data={roles
        .filter(({ role }) => role !== 'guest')
        .map((role) => ({ value: role.role, label: ruledRoleName(role) }))}
      onChange={(role) => go(`/admin/settings/field-access/${role}`)}
    />
  );
}

function Matrix({ roles }: { readonly roles: readonly RuledRole[] }) {
  const [all, setAll] = useState(false);
  const fields = allFields(useKnownFields(), roles);
  const ruled = new Set(roles.flatMap(({ rules }) => rules.map(({ field }) => field)));
  const shown = all ? fields : fields.filter(({ name }) => ruled.has(name));
  const columns: TableColumn<KnownField>[] = [
    { id: 'field', label: t.field, cell: ({ label }) => label },
    ...roles.map((role): TableColumn<KnownField> => ({
      id: role.role,
      label: ruledRoleName(role),
      cell: (field) => <Cell role={role} field={field} roles={roles} />,
    })),
  ];
  return (
    <>
      <Switch label={t.allFields} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
      <SmallTable label={t.fields} columns={columns} rows={shown} rowId={({ name }) => name} empty={t.noFields} />
    </>
  );
}

const TONES = { hidden: 'bad', masked: 'warn', visible: 'none' } as const satisfies Record<Access, string>;

interface CellProps {
  readonly role: RuledRole;
  readonly field: KnownField;
  readonly roles: readonly RuledRole[];
}

function Cell({ role, field, roles }: CellProps) {
  const { access, by } = decideAccess(role, field, roles);
  if (access === 'visible')
    return (
      <Text span inherit c="dimmed">
        {t.access.visible}
      </Text>
    );
  return (
    <>
      <Status value={access} label={t.access[access]} tone={TONES[access]} />
      {by === 'itself' ? null : (
        <Text size="xs" c="dimmed">
          {by === 'class' ? t.byClass : t.byBase}
        </Text>
      )}
    </>
  );
}
