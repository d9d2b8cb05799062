import { Stack, Text } from '@mantine/core';
import { LeadFields } from '../../leads/lead-fields.tsx';
import { namedFields } from '../../people/person-columns.tsx';
import type { Person } from '../../people/person-types.ts';
import { peopleTexts as t } from '../../texts/people.ts';
import { RevealFields } from '../../ui/reveal-fields.tsx';

/** Who somebody is, masked until shown: read from the newest lead, and revealed as that lead's fields are. */
export function PersonIdentity({ person }: { readonly person: Person }) {
  const fields = namedFields(person);
  if (person.latestLeadId !== null) return <LeadFields lead={{ id: person.latestLeadId, fields }} />;
  if (Object.keys(fields).length === 0) return <Text c="dimmed">{t.noLead}</Text>;
  return (
    <Stack gap="xs">
      <Text c="dimmed">{t.byHand}</Text>
      <RevealFields fields={fields} way={undefined} />
    </Stack>
  );
}
