import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { Notes } from '../../leads/notes.tsx';
import type { Person } from '../../people/person-types.ts';

/** What people wrote beside the leads of a person: the newest hundred. */
export function PersonNotes({ person }: { readonly person: Person }) {
  const path = { personId: person.id };
  return (
    <Notes
      of={['people', 'notes', person.id]}
      canAdd={person.latestLeadId !== null && person.status !== 'merged'}
      load={async () => {
        const params = { path, query: { limit: '100' } };
        return (await answerOf(api.GET('/api/v1/people/{personId}/notes', { params }))).data;
      }}
      add={(content) => answerOf(api.POST('/api/v1/people/{personId}/notes', { params: { path }, body: { content } }))}
      beside={({ leadShortId }) => (
        <Anchor component={Link} to={`/admin/leads/${leadShortId}`} fz="inherit" underline="always">
          {leadShortId}
        </Anchor>
      )}
    />
  );
}
