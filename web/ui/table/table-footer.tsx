import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconRefresh } from '@tabler/icons-react';
import { furnitureTexts as t } from '../../texts/furniture.ts';
import { count, exactTime } from '../format.ts';
import { useZone } from '../time.tsx';
import type { TableState } from './table-state.ts';
import type { TablePage } from './table-types.ts';

interface TableFooterProps<T> {
  readonly list: { readonly dataUpdatedAt: number; readonly isFetching: boolean; readonly refetch: () => unknown };
  readonly page: TablePage<T>;
  readonly state: TableState;
}

/** When this was true, how much of it is seen, and the other pages. */
export function TableFooter<T>({ list, page, state }: TableFooterProps<T>) {
  const zone = useZone();
  const { total, rows } = page;
  return (
    <Group justify="space-between" gap="xs">
      <Group gap="xs">
        <Text size="sm" c="dimmed" className="figures">
          {t.asOf(exactTime(new Date(list.dataUpdatedAt).toISOString(), zone))}
          {total === undefined ? '' : ` · ${t.ofTotal(count(rows.length), count(total))}`}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={list.isFetching}
          onClick={() => list.refetch()}
        >
          {t.refresh}
        </Button>
      </Group>
      <Pages page={page} state={state} />
    </Group>
  );
}

function Pages<T>({ page: { next }, state }: Omit<TableFooterProps<T>, 'list'>) {
  const isFirst = state.position === undefined;
  if (isFirst && next === undefined) return null;
  return (
    <Group gap="xs" component="nav" aria-label={t.pages}>
      <Button variant="default" size="xs" disabled={isFirst} onClick={() => state.goFirst()}>
        {t.firstPage}
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={!state.canGoBack}
        leftSection={<IconChevronLeft size={14} aria-hidden />}
        onClick={() => state.goBack()}
      >
        {t.previous}
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={next === undefined}
        rightSection={<IconChevronRight size={14} aria-hidden />}
        onClick={() => {
          if (next !== undefined) state.goNext(next);
        }}
      >
        {t.next}
      </Button>
    </Group>
  );
}
