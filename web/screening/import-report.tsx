import { Button, Group, Stack, Text } from '@mantine/core';
import { suppressionTexts as t } from '../texts/suppression.ts';
import { count } from '../ui/format.ts';
import { saveFile } from '../ui/save-file.ts';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { writeCsv } from '../ui/table/write-csv.ts';
import type { ImportState } from './import-lines.ts';

type Refused = ImportState['refused'][number];

/** As many as anybody reads on a page. */
const SHOWN = 100;

const COLUMNS: readonly TableColumn<Refused>[] = [
  { id: 'line', label: t.columnLine, numeric: true, cell: ({ line }) => count(line) },
  { id: 'why', label: t.columnWhy, cell: ({ message }) => message },
];

/** What came of an import: how many of each, and of each line that was refused why. */
export function ImportReport({ state }: { readonly state: ImportState }) {
  const { refused, added, alreadyListed } = state;
  const save = (): void => {
    const rows = refused.map(({ line, message }) => [String(line), message]);
    saveFile(t.reportFile, writeCsv([[t.columnLine, t.columnWhy], ...rows]), 'text/csv');
  };
  return (
    <Stack gap="xs">
      <Text fw={600} role="status" className="figures">
        {t.report(count(added), count(alreadyListed), count(refused.length))}
      </Text>
      <div style={{ maxHeight: 320, overflowY: 'auto' }}>
        <SmallTable
          label={t.refusedLabel}
          columns={COLUMNS}
          rows={refused.slice(0, SHOWN)}
          rowId={({ line }) => String(line)}
          empty={t.allTaken}
        />
      </div>
      {refused.length > SHOWN ? <Text c="dimmed">{t.moreRefused(count(refused.length - SHOWN))}</Text> : null}
      {refused.length > 0 ? (
        <Group>
          <Button variant="default" onClick={save}>
            {t.saveReport}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}
