import { ActionIcon, Button, Group, Input, Paper, SimpleGrid, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface RowListProps<Row> {
  readonly label: string;
  readonly description: string;
  readonly error: ReactNode;
  readonly rows: readonly Row[];
  readonly set: (rows: Row[]) => void;
  /** What a row is that was just added. */
  readonly blank: Row;
  /** How many there may be. */
  readonly most?: number;
  readonly words: {
    readonly add: string;
    readonly row: (number: number) => string;
    readonly remove: (number: number) => string;
  };
  /** The inputs of a row. */
  readonly children: (row: Row, change: (part: Partial<Row>) => void) => ReactNode;
}

/** Rows of a few inputs each, that can be added and taken away. */
export function RowList<Row extends object>({ label, description, error, ...list }: RowListProps<Row>) {
  const { rows, set, blank, most = Infinity, words, children } = list;
  const change = (index: number, part: Partial<Row>): void =>
    set(rows.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Input.Wrapper label={label} description={description} error={error} labelElement="div">
      <Stack gap="xs" mt={4}>
        {rows.map((row, index) => (
          <Paper key={index} withBorder p="sm" role="group" aria-label={words.row(index + 1)}>
            <Group align="flex-end" gap="xs" wrap="nowrap">
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" style={{ flex: 1 }}>
                {children(row, (part) => change(index, part))}
              </SimpleGrid>
              <ActionIcon
                variant="default"
                aria-label={words.remove(index + 1)}
                onClick={() => set(rows.filter((_, at) => at !== index))}
                size={30}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </Paper>
        ))}
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={rows.length >= most}
            onClick={() => set([...rows, blank])}
          >
            {words.add}
          </Button>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
