import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { fieldColumns } from '../../fields/field-columns.tsx';
import type { LeadField } from '../../fields/lead-field.ts';
import { useVerticalFields } from '../../fields/use-vertical-fields.ts';
import { useMay } from '../../frame/session.tsx';
import { verticalTexts as t } from '../../texts/verticals.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import { AddField } from './add-field.tsx';
import { FieldActs } from './field-acts.tsx';

/** Every field that leads of a vertical have: its own, which can be added to, and those of every lead. */
export function FieldEditor({ verticalId }: { readonly verticalId: string }) {
  const mayWrite = useMay()('verticals:write');
  const fields = useVerticalFields(verticalId);
  return (
    <Section title={t.fields} action={mayWrite ? <AddField verticalId={verticalId} /> : null}>
      <Loaded query={fields}>
        {(rows) => (
          <Stack gap="lg">
            <Tier
              title={t.ownFields}
              text={t.ownFieldsText}
              fields={rows.filter(({ tier }) => tier === 'vertical')}
              empty={t.noOwnFields}
              {...(mayWrite ? { acts: (field) => <FieldActs verticalId={verticalId} field={field} /> } : {})}
            />
            <GlobalTier fields={rows.filter(({ tier }) => tier === 'global')} />
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

interface TierProps {
  readonly title: string;
  readonly text: string;
  readonly fields: readonly LeadField[];
  readonly empty: string;
  /** What can be done with a field. */
  readonly acts?: (field: LeadField) => ReactNode;
}

/** One tier of fields. */
const Tier = ({ title, text, fields, empty, acts }: TierProps) => (
  <Stack gap="xs">
    <Title order={3}>{title}</Title>
    <Text size="sm" c="dimmed">
      {text}
    </Text>
    <SmallTable
      label={title}
      columns={acts ? [...fieldColumns, { id: 'acts', label: t.columnActs, cell: acts }] : fieldColumns}
      rows={fields}
      rowId={({ name }) => name}
      empty={empty}
    />
  </Stack>
);

const SHOWN = 12;

/** Many and always the same: the first of them, the rest on demand. */
function GlobalTier({ fields }: { readonly fields: readonly LeadField[] }) {
  const [isWhole, setWhole] = useState(false);
  return (
    <Stack gap="xs">
      <Tier
        title={t.globalFields}
        text={t.globalFieldsText}
        fields={isWhole ? fields : fields.slice(0, SHOWN)}
        empty={t.noOwnFields}
      />
      <Group>
        <Button variant="default" size="xs" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t.hideGlobal : t.showGlobal(fields.length)}
        </Button>
      </Group>
    </Stack>
  );
}
