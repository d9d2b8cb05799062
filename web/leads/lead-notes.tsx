import { Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { useMay } from '../frame/session.tsx';
import { useRenew } from '../frame/use-renew.ts';
import { leadActTexts as t } from '../texts/lead-acts.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { tellDone } from '../ui/tell.ts';
import { Time } from '../ui/time.tsx';

interface OfLead {
  readonly leadId: string;
}

/** What people wrote beside a lead, newest first, and room for more. */
export function LeadNotes({ leadId }: OfLead) {
  const may = useMay();
  const notes = useQuery({
    queryKey: ['leads', 'notes', leadId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/leads/{leadId}/notes', { params: { path: { leadId } } }))).data,
  });
  return (
    <Stack>
      {may('lead-notes:write') ? <WriteNote leadId={leadId} /> : null}
      <Loaded query={notes}>
        {(rows) => (
          <Stack gap="sm">
            {rows.length === 0 ? <Text c="dimmed">{t.noNotes}</Text> : null}
            {rows.map(({ id, kind, content, createdAt }) => (
              <div key={id}>
                <Text size="sm" c="dimmed">
                  {t.noteKinds[kind]} · <Time at={createdAt} />
                </Text>
                <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{content ?? t.noteHidden}</Text>
              </div>
            ))}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

function WriteNote({ leadId }: OfLead) {
  const renew = useRenew();
  const form = useForm({
    initialValues: { content: '' },
    validate: { content: (content: string) => (content.trim() === '' ? t.noteEmpty : null) },
  });
  return (
    <SaveForm
      form={form}
      label={t.noteSave}
      save={({ content }) =>
        answerOf(api.POST('/api/v1/leads/{leadId}/notes', { params: { path: { leadId } }, body: { content } }))
      }
      onSaved={() => {
        form.setInitialValues({ content: '' });
        form.reset();
        tellDone(t.noteSaved);
        renew('leads');
      }}
    >
      <Textarea
        label={t.noteLabel}
        description={t.noteHelp}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('content')}
      />
    </SaveForm>
  );
}
