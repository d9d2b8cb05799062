import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { usePerson } from '../frame/session.tsx';
import { useRenew } from '../frame/use-renew.ts';
import { exportTexts as t } from '../texts/exports.ts';
import { RowAct } from '../ui/form/row-act.tsx';
import { saveFile } from '../ui/save-file.ts';
import { tellDone, tellFailure } from '../ui/tell.ts';
import { type Export, isUnderWay } from './export-types.ts';

interface ActsProps {
  readonly row: Export;
  /** Which leads it is of, in words. */
  readonly which: string;
}

/** What can be done with an export now: fetch the file, stop its making, take the file away. */
export function ExportActs({ row, which }: ActsProps) {
  const { readOnly } = usePerson();
  const isMade = row.status === 'done';
  const isOpen = isUnderWay(row);
  if (!isMade && !isOpen) return '–';
  return (
    <Group gap="xs" wrap="nowrap">
      {isMade ? <Download row={row} which={which} /> : null}
      {readOnly ? null : <End row={row} which={which} isOpen={isOpen} />}
    </Group>
  );
}

function Download({ row: { id }, which }: ActsProps) {
  const renew = useRenew();
  const fetching = useMutation({
    mutationFn: () => answerOf(api.GET('/api/v1/exports/{exportId}/file', { params: { path: { exportId: id } } })),
    onSuccess: ({ data }) => {
      saveFile(`careroute-leads-${id.slice(-8)}.csv`, data.content, 'text/csv;charset=utf-8');
      tellDone(t.downloaded(data.rows));
    },
    onError: (error) => {
      tellFailure(error);
      renew('exports');
    },
  });
  return (
    <Button
      size="compact-sm"
      leftSection={<IconDownload size={14} aria-hidden />}
      aria-label={t.downloadOf(which)}
      loading={fetching.isPending}
      onClick={() => fetching.mutate()}
    >
      {t.download}
    </Button>
  );
}

function End({ row: { id }, which, isOpen }: ActsProps & { readonly isOpen: boolean }) {
  const renew = useRenew();
  const end = () => answerOf(api.DELETE('/api/v1/exports/{exportId}', { params: { path: { exportId: id } } }));
  return (
    <RowAct
      label={isOpen ? t.stop : t.remove}
      about={isOpen ? t.stopOf(which) : t.removeOf(which)}
      effect={isOpen ? t.stopEffect : t.removeEffect}
      act={end}
      onDone={() => {
        tellDone(isOpen ? t.stopped : t.removed);
        renew('exports', 'notices');
      }}
    />
  );
}
