import { Box, Button, Center, Skeleton, Stack, Text, Title } from '@mantine/core';
import { frameTexts } from '../../texts/frame.ts';
import { furnitureTexts as t } from '../../texts/furniture.ts';
import type { DataTableProps } from './table-types.ts';
import css from './table.module.css';

const ROWS = 12;
const ROW_HEIGHT = 33;

/** Rows on their way, as high as they will be. */
export const TableSkeleton = ({ columns }: { readonly columns: number }) => (
  <Box className={css.ground} p="xs" aria-busy="true" aria-label={frameTexts.loading} role="status">
    <Stack gap={0}>
      {Array.from({ length: ROWS }, (_, row) => (
        <Box key={row} h={ROW_HEIGHT} style={{ display: 'flex', gap: '1rem', alignItems: 'center' }}>
          {Array.from({ length: columns }, (_none, column) => (
            <Skeleton key={column} h={12} style={{ flex: 1 }} />
          ))}
        </Box>
      ))}
    </Stack>
  </Box>
);

interface TableEmptyProps {
  readonly isFiltered: boolean;
  readonly empty: DataTableProps<unknown>['empty'];
  readonly onClear: () => void;
}

/** No rows: because of the filters, or because there is nothing yet, with the way to the first one. */
export const TableEmpty = ({ isFiltered, empty, onClear }: TableEmptyProps) => (
  <Center className={css.ground} p="xl">
    <Stack align="center" gap="xs" maw={420}>
      <Title order={2}>{isFiltered ? t.nothingMatches : empty.title}</Title>
      <Text c="dimmed" ta="center" style={{ textWrap: 'balance' }}>
        {isFiltered ? t.nothingMatchesText : empty.text}
      </Text>
      {isFiltered ? (
        <Button variant="default" onClick={onClear}>
          {t.clearFilters}
        </Button>
      ) : (
        empty.action
      )}
    </Stack>
  </Center>
);
