import { Stack, Text } from '@mantine/core';
import { leadImportTexts as t } from '../texts/lead-imports.ts';
import { Status } from '../ui/status.tsx';
import { WorkProgress } from '../ui/work-progress.tsx';
import type { LeadImport } from './import-types.ts';

const TONES = {
  uploading: 'warn',
  mapping: 'warn',
  running: 'info',
  paused: 'still',
  done: 'good',
  cancelled: 'none',
  expired: 'none',
} as const;

/** How an import stands: how far it is, and why it stands still. */
export function ImportState({ row, campaign }: { readonly row: LeadImport; readonly campaign: string }) {
  const { status, reason, rowsDone, rowsTotal } = row;
  if (status === 'running')
    return (
      <WorkProgress
        label={t.progressOf(campaign)}
        done={rowsDone}
        total={rowsTotal ?? 0}
        things={t.rows}
        isBegun={rowsDone > 0}
      />
    );
  return (
    <Stack gap={2} align="flex-start" maw={420}>
      <Status value={status} label={t.states[status]} tone={TONES[status]} />
      {reason === null ? null : (
        <Text size="sm" c="dimmed">
          {t.reasons[reason]}
        </Text>
      )}
    </Stack>
  );
}
