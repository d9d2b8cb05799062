import { Button, FileInput, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { PageFailed } from '../frame/page-states.tsx';
import { useRenew } from '../frame/use-renew.ts';
import { furnitureTexts } from '../texts/furniture.ts';
import { suppressionTexts as t } from '../texts/suppression.ts';
import { Choice } from '../ui/form/choice.tsx';
import { count } from '../ui/format.ts';
import { tellDone } from '../ui/tell.ts';
import { WorkProgress } from '../ui/work-progress.tsx';
import { type ImportState, linesOfText, MOST_LINES, nothingSent, sendLines } from './import-lines.ts';
import { ImportReport } from './import-report.tsx';
import { BLANK_TERMS, type ImportBody, type ListTerms, TERM_RULES, termsBody } from './list-terms.ts';
import { ListTermsFields } from './list-terms-fields.tsx';

type ImportValues = ListTerms & { type: '' | 'email' | 'phone'; file: File | null; text: string };

const TYPES = Object.entries(t.types).map(([value, label]) => ({ value, label }));

interface Job {
  readonly lines: readonly string[];
  readonly terms: Omit<ImportBody, 'lines' | 'firstLine'>;
}

const send = async (body: ImportBody) => (await answerOf(api.POST('/api/v1/suppression/import', { body }))).data;

/** Imports a list, a part at a time, and reports of each line that was refused. */
export function ImportList({ onClose }: { readonly onClose: () => void }) {
  const renew = useRenew();
  const [job, setJob] = useState<Job>();
  const [state, setState] = useState<ImportState>();
  const running = useMutation({
    mutationFn: (of: Job) => sendLines({ ...of, send, onProgress: setState }, state ?? nothingSent(of.lines.length)),
    onSuccess: () => tellDone(t.done),
    onSettled: () => renew('suppression'),
  });
  const begin = (of: Job): void => {
    setJob(of);
    running.mutate(of);
  };
  const close = running.isPending ? () => {} : onClose;
  return (
    <Modal opened onClose={close} title={t.import} size="lg" withCloseButton={!running.isPending}>
      {job ? (
        <Stack>
          <WorkProgress
            label={t.progress}
            done={state?.sent ?? 0}
            total={job.lines.length}
            things={t.lines}
            isBegun={state !== undefined}
          />
          {running.isError ? <Stopped error={running.error} onAgain={() => running.mutate(job)} /> : null}
          {state && !running.isPending ? <ImportReport state={state} /> : null}
          <Group justify="flex-end">
            <Button onClick={close} disabled={running.isPending}>
              {t.close}
            </Button>
          </Group>
        </Stack>
      ) : (
        <ImportForm onBegin={begin} onCancel={onClose} />
      )}
    </Modal>
  );
}

const Stopped = ({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) => (
  <Stack gap="xs">
    <PageFailed error={error} />
    <Text>{t.stopped}</Text>
    <Group>
      <Button variant="default" onClick={onAgain}>
        {t.goOn}
      </Button>
    </Group>
  </Stack>
);

interface ImportFormProps {
  readonly onBegin: (job: Job) => void;
  readonly onCancel: () => void;
}

function ImportForm({ onBegin, onCancel }: ImportFormProps) {
  const form = useForm<ImportValues>({
    initialValues: { ...BLANK_TERMS, reason: 'dnc_request', type: '', file: null, text: '' },
    validate: TERM_RULES,
  });
  const submit = form.onSubmit((values) => {
    readJob(values).then(({ job, fault }) => (job ? onBegin(job) : form.setFieldError('text', fault)), failIn(form));
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text c="dimmed">{t.importText}</Text>
        <FileInput
          label={t.file}
          description={t.fileHint}
          placeholder={t.filePlaceholder}
          accept=".csv,.txt,text/csv,text/plain"
          clearable
          {...form.getInputProps('file')}
        />
        <Textarea label={t.paste} rows={5} spellCheck={false} autoComplete="off" {...form.getInputProps('text')} />
        <Choice
          label={t.type}
          description={t.typeHint}
          placeholder={t.typeByLine}
          data={TYPES}
          clearable
          {...form.getInputProps('type')}
        />
        <ListTermsFields form={form} />
        <Group>
          <Button type="submit">{t.start}</Button>
          <Button variant="default" onClick={onCancel}>
            {furnitureTexts.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A file that cannot be read any more says so at its field. */
const failIn =
  (form: UseFormReturnType<ImportValues>) =>
  (error: unknown): void =>
    form.setFieldError('file', error instanceof Error ? error.message : String(error));

async function readJob(values: ImportValues): Promise<{ job?: Job; fault?: string }> {
  const text = values.file ? await values.file.text() : values.text;
  const lines = linesOfText(text);
  if (lines.length === 0) return { fault: t.noLines };
  if (lines.length > MOST_LINES) return { fault: t.tooMany(count(lines.length)) };
  const { type } = values;
  return { job: { lines, terms: { ...termsBody(values), type: type === '' ? null : type } } };
}
