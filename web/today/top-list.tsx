import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { todayTexts as t } from '../texts/today.ts';
import { Section } from '../ui/page.tsx';

interface TopListProps<T> {
  readonly title: string;
  readonly name: string;
  readonly rows: readonly T[];
  readonly columns: readonly { readonly label: string; readonly cell: (row: T) => ReactNode }[];
  readonly href?: (row: T) => string;
}

/** The few that mattered most on the day. */
export function TopList<T extends { readonly id: string; readonly name: string }>(props: TopListProps<T>) {
  const { title, name, rows, columns, href } = props;
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <Text c="dimmed">{t.none}</Text>
      ) : (
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{name}</Table.Th>
              {columns.map(({ label }) => (
                <Table.Th key={label} ta="end">
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  {href ? (
                    <Anchor component={Link} to={href(row)} fz="sm">
                      {row.name}
                    </Anchor>
                  ) : (
                    row.name
                  )}
                </Table.Td>
                {columns.map(({ label, cell }) => (
                  <Table.Td key={label} ta="end" className="figures">
                    {cell(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
