import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { usePageParam } from '../frame/page-param.ts';
import { usePerson } from '../frame/session.tsx';
import { useNames } from '../frame/use-names.ts';
import { leadImportTexts as t } from '../texts/lead-imports.ts';
import { Facts } from '../ui/facts.tsx';
import { count } from '../ui/format.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Time } from '../ui/time.tsx';
import { ImportActs } from './import-acts.tsx';
import { ImportedRows } from './imported-rows.tsx';
import { ImportState } from './import-state.tsx';
import { IMPORTS_PAGE, isOver, type LeadImport } from './import-types.ts';
import { LostLine } from './lost-line.tsx';
import { MapColumns } from './map-columns.tsx';
import { SendAgain } from './send-again.tsx';
import { oneKey, useFollowedImports } from './use-followed-imports.ts';

/** One import: its next step, how far it is, and what became of each row. */
export default function ImportPage() {
  const importId = usePageParam('importId');
  const query = useQuery({
    queryKey: oneKey(importId),
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/lead-imports/{importId}', { params: { path: { importId } } }))).data,
  });
  return <Loaded query={query}>{(row) => <ImportWhole row={row} />}</Loaded>;
}

function ImportWhole({ row }: { readonly row: LeadImport }) {
  const campaign = useNames('campaigns').nameOf(row.campaignId);
  const { isLost } = useFollowedImports(row.status === 'running');
  const { readOnly } = usePerson();
  return (
    <Page
      title={t.progressOf(campaign)}
      above={{ title: t.title, href: IMPORTS_PAGE }}
      state={row.rowsDone > 0 ? t.summary(row.rowsAccepted, row.rowsRejected, row.rowsInvalid) : undefined}
      action={<ImportActs row={row} />}
    >
      <LostLine isLost={isLost} />
      {row.status === 'uploading' && !readOnly ? <SendAgain importId={row.id} /> : null}
      {row.status === 'mapping' && !readOnly ? <MapColumns row={row} /> : null}
      <About row={row} campaign={campaign} />
      {row.rowsDone > 0 ? <ImportedRows importId={row.id} /> : null}
    </Page>
  );
}

function About({ row, campaign }: { readonly row: LeadImport; readonly campaign: string }) {
  const { rowsTotal, rowsAccepted, rowsRejected, rowsInvalid, isTest, expiresAt, finishedAt } = row;
  return (
    <Section title={t.aboutTitle}>
      <Stack gap="sm">
        <ImportState row={row} campaign={campaign} />
        <Facts
          facts={[
            [t.total, rowsTotal === null ? null : count(rowsTotal)],
            [t.accepted, count(rowsAccepted)],
            [t.rejected, count(rowsRejected)],
            [t.invalid, count(rowsInvalid)],
            [t.tests, isTest ? t.yes : t.no],
            isOver(row) && finishedAt !== null
              ? [t.ended, <Time key="ended" at={finishedAt} />]
              : [t.kept, <Time key="kept" at={expiresAt} />],
          ]}
        />
      </Stack>
    </Section>
  );
}
