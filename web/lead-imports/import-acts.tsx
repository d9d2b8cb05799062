import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { usePerson } from '../frame/session.tsx';
import { useRenew } from '../frame/use-renew.ts';
import { leadImportTexts as t } from '../texts/lead-imports.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { saveFile } from '../ui/save-file.ts';
import { tellDone, tellFailure } from '../ui/tell.ts';
import { isOver, type LeadImport } from './import-types.ts';

/** What can be done with an import now: hold it, go on, give it up, take its report along. */
export function ImportActs({ row }: { readonly row: LeadImport }) {
  const { readOnly } = usePerson();
  const params = { path: { importId: row.id } };
  const pause = () => answerOf(api.POST('/api/v1/lead-imports/{importId}/pause', { params }));
  const resume = () => answerOf(api.POST('/api/v1/lead-imports/{importId}/resume', { params }));
  const cancel = () => answerOf(api.DELETE('/api/v1/lead-imports/{importId}', { params }));
  return (
    <>
      {row.rowsDone > 0 ? <SaveReport importId={row.id} /> : null}
      {row.status === 'running' && !readOnly ? (
        <Step label={t.pause} effect={t.pauseEffect} done={t.paused} act={pause} />
      ) : null}
      {row.status === 'paused' && !readOnly ? (
        <Step label={t.resume} effect={t.resumeEffect} done={t.resumed} act={resume} />
      ) : null}
      {isOver(row) || readOnly ? null : (
        <Step label={t.cancel} effect={t.cancelEffect} done={t.cancelled} act={cancel} />
      )}
    </>
  );
}

interface StepProps {
  readonly label: string;
  readonly effect: string;
  readonly done: string;
  readonly act: () => Promise<unknown>;
}

function Step({ label, effect, done, act }: StepProps) {
  const renew = useRenew();
  return (
    <ConfirmAct
      label={label}
      effect={effect}
      act={act}
      onDone={() => {
        tellDone(done);
        renew('lead-imports', 'lead-import-rows');
      }}
    />
  );
}

function SaveReport({ importId }: { readonly importId: string }) {
  const fetching = useMutation({
    mutationFn: () => answerOf(api.GET('/api/v1/lead-imports/{importId}/report', { params: { path: { importId } } })),
    onSuccess: ({ data }) => {
      saveFile(`careroute-import-${importId.slice(-8)}.csv`, data.content, 'text/csv;charset=utf-8');
      tellDone(t.reportSaved(data.rows));
    },
    onError: tellFailure,
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={14} aria-hidden />}
      loading={fetching.isPending}
      onClick={() => fetching.mutate()}
    >
      {t.report}
    </Button>
  );
}
