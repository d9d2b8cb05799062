import { answerOf, api } from '../frame/api.ts';
import { Notes } from './notes.tsx';

/** What people wrote beside a lead. */
export function LeadNotes({ leadId }: { readonly leadId: string }) {
  const params = { path: { leadId } };
  return (
    <Notes
      of={['leads', 'notes', leadId]}
      load={async () => (await answerOf(api.GET('/api/v1/leads/{leadId}/notes', { params }))).data}
      add={(content) => answerOf(api.POST('/api/v1/leads/{leadId}/notes', { params, body: { content } }))}
    />
  );
}
