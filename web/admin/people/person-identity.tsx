import { Text } from '@mantine/core';
import { LeadFields } from '../../leads/lead-fields.tsx';
import { namedFields } from '../../people/person-columns.tsx';
import type { Person } from '../../people/person-types.ts';
import { peopleTexts as t } from '../../texts/people.ts';

/** Who somebody is, masked until shown: read from the newest lead, and revealed as that lead's fields are. */
export const PersonIdentity = ({ person }: { readonly person: Person }) =>
  person.latestLeadId === null ? (
    <Text c="dimmed">{t.noLead}</Text>
  ) : (
    <LeadFields lead={{ id: person.latestLeadId, fields: namedFields(person) }} />
  );
