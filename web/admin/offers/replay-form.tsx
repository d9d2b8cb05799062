import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { offerTexts as o } from '../../texts/offers.ts';
import { replayTexts as t } from '../../texts/replay.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { plural } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { inWords } from '../../ui/words.ts';
import { CAPS, draftsOf, type DraftRow, replayRules, type ReplayValues } from './replay-values.ts';

interface ReplayFormProps {
  /** All as it is set today. */
  readonly before: ReplayValues;
  readonly isRunning: boolean;
  readonly onChange: (values: ReplayValues) => void;
  readonly onRun: (values: ReplayValues) => void;
}

type Form = UseFormReturnType<ReplayValues>;

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The period, and the offer and its contracts as they might be. */
export function ReplayForm({ before, isRunning, onChange, onRun }: ReplayFormProps) {
  const form = useForm<ReplayValues>({
    initialValues: before,
    validate: replayRules,
    validateInputOnBlur: true,
    onValuesChange: onChange,
  });
  return (
    <form noValidate onSubmit={form.onSubmit(onRun)}>
      <Stack gap="md">
        <Section title={t.offer}>
          <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
            <PeriodFields form={form} />
            <Choice label={o.distributionRule} data={optionsOf(o.rules)} {...form.getInputProps('distributionRule')} />
            <Choice label={o.distributionType} data={optionsOf(o.types)} {...form.getInputProps('distributionType')} />
            {form.values.distributionType === 'exclusive' ? null : (
              <TextInput label={o.maxSales} inputMode="numeric" {...form.getInputProps('maxSales')} />
            )}
          </SimpleGrid>
        </Section>
        <Section title={t.contracts}>
          <Text c="dimmed" size="sm">
            {t.contractsText}
          </Text>
          <SmallTable
            label={t.contracts}
            columns={columnsOf(form)}
            rows={form.values.rows}
            rowId={({ contractId }) => contractId}
            empty={t.noContracts}
          />
          <RunActs form={form} before={before} isRunning={isRunning} />
        </Section>
      </Stack>
    </form>
  );
}

type RunActsProps = Pick<ReplayFormProps, 'before' | 'isRunning'> & { readonly form: Form };

function RunActs({ form, before, isRunning }: RunActsProps) {
  const { period, from, to } = form.values;
  return (
    <Group gap="sm">
      <Button type="submit" loading={isRunning}>
        {t.run}
      </Button>
      <Button
        variant="default"
        disabled={isRunning}
        onClick={() => {
          form.setValues({ ...before, period, from, to });
          form.clearErrors();
        }}
      >
        {t.reset}
      </Button>
      <Text size="sm" c="dimmed">
        {inDraft(form.values, before)}
      </Text>
    </Group>
  );
}

function PeriodFields({ form }: { readonly form: Form }) {
  return (
    <>
      <Choice label={t.period} data={optionsOf(t.periods)} {...form.getInputProps('period')} />
      {form.values.period === 'days' ? (
        <>
          <TextInput type="date" label={t.from} description={t.daysHint} {...form.getInputProps('from')} />
          <TextInput type="date" label={t.to} description={t.daysHint} {...form.getInputProps('to')} />
        </>
      ) : null}
    </>
  );
}

/** What is in draft, in words. */
function inDraft(values: ReplayValues, before: ReplayValues): string {
  const { drafts = [], offer } = draftsOf(values, before);
  const parts = [
    ...(drafts.length > 0 ? [t.drafts(plural(drafts.length, 'contract'))] : []),
    ...(offer ? [t.offerInDraft] : []),
  ];
  return parts.length === 0 ? t.noDrafts : parts.join(', ');
}

function columnsOf(form: Form): readonly TableColumn<DraftRow>[] {
  const input = (name: (typeof CAPS)[number] | 'price' | 'priority' | 'weight'): TableColumn<DraftRow> => ({
    id: name,
    label: t.columns[name],
    numeric: true,
    cell: (row) =>
      name === 'price' && row.bids ? (
        t.bids
      ) : (
        <TextInput
          size="xs"
          w={100}
          ml="auto"
          inputMode={name === 'price' ? 'decimal' : 'numeric'}
          autoComplete="off"
          aria-label={t.of(t.columns[name], row.name)}
          {...(name === 'price' ? { leftSection: '$' } : {})}
          {...form.getInputProps(`rows.${form.values.rows.indexOf(row)}.${name}`)}
        />
      ),
  });
  return [
    {
      id: 'contract',
      label: t.columns.contract,
      cell: ({ name, buyerName }) => (
        <>
          <Text span inherit fw={500}>
            {name}
          </Text>
          <Text size="sm" c="dimmed">
            {buyerName}
          </Text>
        </>
      ),
    },
    { id: 'status', label: t.columns.status, cell: (row) => <StatusChoice form={form} row={row} /> },
    input('price'),
    input('priority'),
    input('weight'),
    ...CAPS.map(input),
  ];
}

/** As the contract is, or the other way round. */
function StatusChoice({ form, row }: { readonly form: Form; readonly row: DraftRow }) {
  const other = row.isStatus === 'active' ? (['paused'] as const) : (['active'] as const);
  return (
    <Choice
      size="xs"
      w={150}
      aria-label={t.of(t.columns.status, row.name)}
      data={[
        { value: row.isStatus, label: t.asItIs(inWords(row.isStatus).toLowerCase()) },
        ...other.map((status) => ({ value: status, label: t.statuses[status] })),
      ]}
      {...form.getInputProps(`rows.${form.values.rows.indexOf(row)}.status`)}
    />
  );
}
