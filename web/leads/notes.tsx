import { Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Ok } from '../frame/ok.ts';
import { useMay } from '../frame/session.tsx';
import { useRenew } from '../frame/use-renew.ts';
import { leadActTexts as t } from '../texts/lead-acts.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { tellDone } from '../ui/tell.ts';
import { Time } from '../ui/time.tsx';

type Note = Pick<Ok<'/api/v1/leads/{leadId}/notes', 'get'>['data'][number], 'id' | 'kind' | 'content' | 'createdAt'>;

interface NotesProps<N extends Note> {
  /** Whose notes, for what is remembered of them: `['leads', 'notes', leadId]`. */
  readonly of: readonly [noun: string, ...rest: string[]];
  readonly load: () => Promise<readonly N[]>;
  readonly add: (content: string) => Promise<unknown>;
  /** Whether there is anything left to write beside. */
  readonly canAdd?: boolean;
  /** Beside what a note stands, where they stand beside many things. */
  readonly beside?: (note: N) => ReactNode;
}

/** What people wrote, newest first, and room for more. */
export function Notes<N extends Note>({ of, load, add, canAdd = true, beside }: NotesProps<N>) {
  const may = useMay();
  const notes = useQuery({ queryKey: of, queryFn: load });
  return (
    <Stack>
      {canAdd && may('lead-notes:write') ? <WriteNote noun={of[0]} add={add} /> : null}
      <Loaded query={notes}>
        {(rows) => (
          <Stack gap="sm">
            {rows.length === 0 ? <Text c="dimmed">{t.noNotes}</Text> : null}
            {rows.map((note) => (
              <div key={note.id}>
                <Text size="sm" c="dimmed" component="div">
                  {t.noteKinds[note.kind]} · <Time at={note.createdAt} />
                  {beside ? <> · {beside(note)}</> : null}
                </Text>
                <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note.content ?? t.noteHidden}</Text>
              </div>
            ))}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

function WriteNote({ noun, add }: { readonly noun: string; readonly add: (content: string) => Promise<unknown> }) {
  const renew = useRenew();
  const form = useForm({
    initialValues: { content: '' },
    validate: { content: (content: string) => (content.trim() === '' ? t.noteEmpty : null) },
  });
  return (
    <SaveForm
      form={form}
      label={t.noteSave}
      save={({ content }) => add(content)}
      onSaved={() => {
        form.setInitialValues({ content: '' });
        form.reset();
        tellDone(t.noteSaved);
        renew(noun);
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
