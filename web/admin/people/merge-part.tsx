import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import { PageFailed } from '../../frame/page-states.tsx';
import type { Person } from '../../people/person-types.ts';
import { mergeTexts as t } from '../../texts/people.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { personColumns } from './person-columns.tsx';

interface OfPerson {
  readonly person: Person;
}

/** Who may be the same human, and the way to make one of two. */
export function MergePart({ person }: OfPerson) {
  const [other, setOther] = useState<Person>();
  const suggested = useQuery({
    queryKey: ['people', 'suggested', person.id],
    queryFn: async () => {
      const params = { path: { personId: person.id }, query: { masked: 'true' } } as const;
      return (await answerOf(api.GET('/api/v1/people/{personId}/merge', { params }))).data;
    },
  });
  return (
    <Section title={t.title}>
      <Text c="dimmed">{t.text}</Text>
      <Loaded query={suggested}>
        {(rows) => <Suggested people={rows.map((row) => row.person)} onChoose={setOther} />}
      </Loaded>
      <ByHand person={person} onChoose={setOther} />
      {other ? <MergeDialog person={person} other={other} onClose={() => setOther(undefined)} /> : null}
    </Section>
  );
}

interface Choosing {
  readonly onChoose: (other: Person) => void;
}

function Suggested({ people, onChoose }: Choosing & { readonly people: readonly Person[] }) {
  const columns: readonly TableColumn<Person>[] = [
    ...personColumns.filter(({ id }) => ['person', 'name', 'phone', 'state', 'leads', 'last'].includes(id)),
    {
      id: 'compare',
      label: t.compare,
      cell: (other) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t.compareWith(other.displayId)}
          onClick={() => onChoose(other)}
        >
          {t.compare}
        </Button>
      ),
    },
  ];
  return <SmallTable label={t.reason} columns={columns} rows={people} rowId={({ id }) => id} empty={t.none} />;
}

const SHORT_ID = /^P-\d{1,15}$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Somebody by either id, masked; undefined for nobody. */
async function findPerson(personId: string): Promise<Person | undefined> {
  return (await answerOf(api.POST('/api/v1/people/find', { body: { personId, masked: true } }))).data[0];
}

/** Why the two cannot become one; undefined where they can. */
function faultOf(person: Person, other: Person): string | undefined {
  if (other.id === person.id) return t.itself;
  return other.status === 'merged' ? t.notActive : undefined;
}

/** For whom nothing but the eye of a person has found. */
function ByHand({ person, onChoose }: OfPerson & Choosing) {
  const [ref, setRef] = useState('');
  const [fault, setFault] = useState<string>();
  const finding = useMutation({
    mutationFn: () => findPerson(ref.trim()),
    onSuccess: (other) => {
      const found = other === undefined ? t.unknown : faultOf(person, other);
      setFault(found);
      if (other && found === undefined) onChoose(other);
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const isId = SHORT_ID.test(ref.trim()) || UUID.test(ref.trim());
    setFault(isId ? undefined : t.badId);
    if (isId) finding.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={400} gap="xs">
        {finding.isError ? <PageFailed error={finding.error} /> : null}
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t.byHand}
            description={t.byHandHint}
            inputWrapperOrder={['label', 'description', 'input', 'error']}
            autoComplete="off"
            value={ref}
            error={fault ?? null}
            onChange={(event) => setRef(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={finding.isPending}>
            {t.compare}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
