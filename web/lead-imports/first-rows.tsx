import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { PageFailed } from '../frame/page-states.tsx';
import { leadImportTexts as t } from '../texts/lead-imports.ts';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';

type Line = readonly string[];

/** The first rows of a file in clear, once they are asked for: they are of people, and looking stands in the trail. */
export function FirstRows({ importId }: { readonly importId: string }) {
  const looking = useMutation({
    mutationFn: async () =>
      (await answerOf(api.GET('/api/v1/lead-imports/{importId}/preview', { params: { path: { importId } } }))).data
        .rows,
  });
  if (looking.data) return <Lines lines={looking.data} />;
  return (
    <Stack gap="xs">
      <Group>
        <Button variant="default" loading={looking.isPending} onClick={() => looking.mutate()}>
          {t.showRows}
        </Button>
      </Group>
      {looking.isError ? <PageFailed error={looking.error} /> : null}
    </Stack>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const widest = Math.max(...lines.map((line) => line.length));
  const rows = lines.map((cells, index) => ({ cells, number: index + 1 }));
  const columns: TableColumn<(typeof rows)[number]>[] = [
    { id: 'line', label: t.line, numeric: true, cell: ({ number }) => String(number) },
    ...Array.from({ length: widest }, (_none, at) => ({
      id: String(at),
      label: t.columnOf(at + 1, null),
      cell: ({ cells }: (typeof rows)[number]) => cells[at] ?? '',
    })),
  ];
  return (
    <Stack gap="xs">
      <Text c="dimmed">{t.shownRowsText}</Text>
      <div style={{ overflowX: 'auto' }}>
        <SmallTable
          label={t.shownRows}
          columns={columns}
          rows={rows}
          rowId={({ number }) => String(number)}
          empty={t.noRows}
        />
      </div>
    </Stack>
  );
}
