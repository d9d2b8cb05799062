import { Stack, Text } from '@mantine/core';
import { EXPORT_ENDS, exportTexts as t } from '../texts/exports.ts';
import { Status } from '../ui/status.tsx';
import { WorkProgress } from '../ui/work-progress.tsx';
import { type Export, isUnderWay } from './export-types.ts';

/** Ends that nobody need look after. */
const EXPECTED = new Set(['deleted', 'too_old', null]);

const Gone = ({ reason }: Pick<Export, 'reason'>) => (
  <Status value="expired" label={t.gone} tone={EXPECTED.has(reason) ? 'none' : 'warn'} />
);

/** How an export stands: how far it is, or why there is no file. */
export function ExportState({ row, which }: { readonly row: Export; readonly which: string }) {
  if (isUnderWay(row))
    return (
      <WorkProgress
        label={t.progressOf(which)}
        done={row.rowsDone}
        total={row.rowsTotal}
        things={t.leads}
        isBegun={row.status === 'running'}
      />
    );
  const why = row.reason === null ? (row.truncated ? t.more : undefined) : EXPORT_ENDS[row.reason];
  return (
    <Stack gap={2} align="flex-start" maw={320}>
      {row.status === 'expired' ? <Gone reason={row.reason} /> : <Status value={row.status} />}
      {why === undefined ? null : (
        <Text size="sm" c="dimmed">
          {why}
        </Text>
      )}
    </Stack>
  );
}
