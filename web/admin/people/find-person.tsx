import { Anchor, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import { PageFailed } from '../../frame/page-states.tsx';
import type { Person } from '../../people/person-types.ts';
import { peopleTexts as t } from '../../texts/people.ts';
import { faultAt } from '../../ui/fault-at.ts';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { personColumns, personHref } from './person-columns.tsx';

type By = keyof typeof t.bys;

const TYPES = { email: 'email', phone: 'tel', personId: 'text' } as const;

/** Finds people by what is whole and exact. What is searched for goes in a body, never into an address. */
export function FindPerson() {
  const [by, setBy] = useState<By>('email');
  const [text, setText] = useState('');
  const search = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/people/find', { body: { [by]: text.trim(), masked: true } })),
    gcTime: 0,
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') search.mutate();
  };
  const turnTo = (next: string): void => {
    setBy(next === 'phone' || next === 'personId' ? next : 'email');
    search.reset();
  };
  return (
    <Stack>
      <form onSubmit={submit} autoComplete="off" noValidate>
        <Stack maw={560} gap="xs">
          <Text size="sm" c="dimmed">
            {t.findText}
          </Text>
          <SegmentedControl
            aria-label={t.by}
            value={by}
            onChange={turnTo}
            data={Object.entries(t.bys).map(([value, label]) => ({ value, label }))}
          />
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              label={t.bys[by]}
              type={TYPES[by]}
              autoComplete="off"
              value={text}
              error={faultAt(search.error, by)}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button type="submit" loading={search.isPending}>
              {t.find}
            </Button>
          </Group>
        </Stack>
      </form>
      {search.isError && faultAt(search.error, by) === null ? <PageFailed error={search.error} /> : null}
      {search.data ? <Found people={search.data.data} /> : null}
    </Stack>
  );
}

const COLUMNS: readonly TableColumn<Person>[] = [
  {
    id: 'person',
    label: t.columnPerson,
    cell: ({ displayId }) => (
      <Anchor component={Link} to={personHref(displayId)} fz="inherit">
        {t.person(displayId)}
      </Anchor>
    ),
  },
  ...personColumns.filter(({ id }) => ['name', 'state', 'leads', 'last'].includes(id)),
];

const Found = ({ people }: { readonly people: readonly Person[] }) => (
  <Stack gap="xs">
    <Text role="status" fw={600}>
      {people.length === 0 ? t.nobody : t.found(people.length)}
    </Text>
    <SmallTable
      label={t.found(people.length)}
      columns={COLUMNS}
      rows={people}
      rowId={({ id }) => id}
      empty={t.nobodyText}
    />
  </Stack>
);
