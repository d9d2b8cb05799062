import { Checkbox, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { usePerson, useMay } from '../frame/session.tsx';
import { useRenew } from '../frame/use-renew.ts';
import { leadImportTexts as t } from '../texts/lead-imports.ts';
import { Choice } from '../ui/form/choice.tsx';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';
import { FirstRows } from './first-rows.tsx';
import type { ImportColumns, LeadImport } from './import-types.ts';
import { checkFields } from './mapped-fields.ts';

/** Says which field each column of a file is, and sets the reading going. */
export function MapColumns({ row }: { readonly row: LeadImport }) {
  const may = useMay();
  const person = usePerson();
  const { id: importId } = row;
  const query = useQuery({
    // Under a noun of its own: once the reading is begun, nobody may ask for them any more.
    queryKey: ['lead-import-columns', importId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/lead-imports/{importId}/columns', { params: { path: { importId } } }))).data,
  });
  return (
    <Section title={t.mapTitle}>
      <Text c="dimmed">{t.mapText}</Text>
      {may('leads:reveal') && row.madeBy === person.id ? <FirstRows importId={importId} /> : null}
      <Loaded query={query}>{(columns) => <MapForm importId={importId} known={columns} />}</Loaded>
    </Section>
  );
}

interface MapFormProps {
  readonly importId: string;
  readonly known: ImportColumns;
}

interface Mapping extends Record<string, unknown> {
  readonly fields: string[];
  readonly hasHeader: boolean;
  readonly isTest: boolean;
}

function MapForm({ importId, known: { columns, fields } }: MapFormProps) {
  const renew = useRenew();
  const form = useForm<Mapping>({
    initialValues: {
      fields: columns.map(({ field }) => field ?? ''),
      hasHeader: columns.every(({ name }) => name !== null),
      isTest: false,
    },
    validate: (values) => checkFields(values.fields, fields),
  });
  const start = ({ fields: mapped, hasHeader, isTest }: Mapping) =>
    answerOf(
      api.POST('/api/v1/lead-imports/{importId}/start', {
        params: { path: { importId } },
        body: { fields: mapped.map((name) => (name === '' ? null : name)), hasHeader, isTest },
      }),
    );
  const choices = fields.map(({ name, label, required }) => ({
    value: name,
    label: required ? t.requiredField(label) : label,
  }));
  return (
    <SaveForm
      form={form}
      label={t.start}
      save={start}
      onSaved={() => {
        tellDone(t.started);
        renew('lead-imports', 'lead-import-rows');
      }}
    >
      <Checkbox label={t.header} {...form.getInputProps('hasHeader', { type: 'checkbox' })} />
      {columns.map(({ name }, index) => (
        <Choice
          key={`${index}`}
          label={t.columnOf(index + 1, name)}
          placeholder={t.leaveOut}
          data={choices}
          clearable
          {...form.getInputProps(`fields.${index}`)}
        />
      ))}
      <Missing words={form.errors['missing']} />
      <Checkbox label={t.test} {...form.getInputProps('isTest', { type: 'checkbox' })} />
    </SaveForm>
  );
}

const Missing = ({ words }: { readonly words: React.ReactNode }) =>
  words ? (
    <Text role="alert" tabIndex={-1} c="var(--mantine-color-error)">
      {words}
    </Text>
  ) : null;
