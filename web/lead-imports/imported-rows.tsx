import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { faultInWords } from '../campaigns/fault-in-words.ts';
import { answerOf, api } from '../frame/api.ts';
import { leadImportTexts as t } from '../texts/lead-imports.ts';
import { count } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableWish } from '../ui/table/table-types.ts';
import { inWords } from '../ui/words.ts';
import type { ImportedRow } from './import-types.ts';

const TONES = { accepted: 'good', rejected: 'none', invalid: 'bad' } as const;
const OUTCOMES = Object.entries(t.outcomes).map(([value, label]) => ({ value, label }));

/** Why a row is no lead, in words. */
function whyOf({ code, faults }: ImportedRow): string {
  if (faults.length > 0) return faults.map(faultInWords).join(' ');
  return code === null ? '–' : (t.codes[code] ?? inWords(code));
}

const COLUMNS: readonly TableColumn<ImportedRow>[] = [
  { id: 'row', label: t.columnRow, numeric: true, cell: ({ number }) => count(number) },
  {
    id: 'outcome',
    label: t.columnOutcome,
    cell: ({ outcome }) => <Status value={outcome} label={t.outcomes[outcome]} tone={TONES[outcome]} />,
    text: ({ outcome }) => t.outcomes[outcome],
  },
  { id: 'why', label: t.columnWhy, cell: whyOf },
  {
    id: 'lead',
    label: t.columnLead,
    cell: ({ leadId, leadNumber }) =>
      leadId === null ? (
        '–'
      ) : (
        <Anchor component={Link} size="sm" to={`/admin/leads/${leadId}`}>
          {`L-${leadNumber}`}
        </Anchor>
      ),
    text: ({ leadNumber }) => (leadNumber === null ? '–' : `L-${leadNumber}`),
  },
  {
    id: 'leadState',
    label: t.columnLeadState,
    cell: ({ leadStatus }) => (leadStatus === null ? '–' : <Status value={leadStatus} />),
    text: ({ leadStatus }) => (leadStatus === null ? '–' : inWords(leadStatus)),
  },
];

/** What became of each row of a file; no value of a row is known here. */
export function ImportedRows({ importId }: { readonly importId: string }) {
  const load = async (wish: TableWish) =>
    offsetPage(
      await answerOf(
        api.GET('/api/v1/lead-imports/{importId}/rows', {
          params: { path: { importId }, query: offsetQuery(wish) },
        }),
      ),
    );
  return (
    <Section title={t.rowsTitle}>
      <DataTable
        name="lead-import-rows"
        of={importId}
        label={t.rowsLabel}
        columns={COLUMNS}
        filters={[{ kind: 'choice', id: 'outcome', label: t.columnOutcome, options: OUTCOMES }]}
        load={load}
        rowId={({ number }) => String(number)}
        rowName={({ number }) => `${t.columnRow} ${number}`}
        empty={{ title: t.noRows, text: t.noRowsText }}
      />
    </Section>
  );
}
