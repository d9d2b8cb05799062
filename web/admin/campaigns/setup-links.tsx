import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import type { Ok } from '../../frame/ok.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { setupLinkTexts as t } from '../../texts/setup-links.ts';
import { ConfirmAct } from '../../ui/form/confirm-act.tsx';
import { RowAct } from '../../ui/form/row-act.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { Status } from '../../ui/status.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { tellDone } from '../../ui/tell.ts';
import { ExactTime, Time } from '../../ui/time.tsx';

type SetupLink = Ok<'/api/admin/campaigns/{id}/setup-token', 'get'>['data'][number];
type Made = Pick<Ok<'/api/admin/campaigns/{id}/setup-token', 'post'>['data'], 'setupUrl' | 'expiresAt'>;

/** Links that open how to post to a campaign once: those that were made, a new one, and the end of one. */
export function SetupLinks({ campaignId }: { readonly campaignId: string }) {
  const [made, setMade] = useState<Made>();
  const renew = useRenew();
  const params = { path: { id: campaignId } };
  const links = useQuery({
    queryKey: ['campaigns', 'setup-links', campaignId],
    queryFn: async () => (await answerOf(api.GET('/api/admin/campaigns/{id}/setup-token', { params }))).data,
  });
  const make = async (): Promise<void> => {
    setMade((await answerOf(api.POST('/api/admin/campaigns/{id}/setup-token', { params }))).data);
    renew('campaigns');
  };
  const end = (tokenId: string): Promise<unknown> =>
    answerOf(api.DELETE('/api/admin/campaigns/{id}/setup-token', { params, body: { tokenId } }));
  const onEnded = (): void => {
    tellDone(t.ended);
    renew('campaigns');
  };
  return (
    <Section title={t.title}>
      <Stack gap="sm">
        <Text c="dimmed">{t.text}</Text>
        <Loaded query={links}>
          {(rows) => (
            <SmallTable
              label={t.title}
              columns={[...COLUMNS, endColumn(end, onEnded)]}
              rows={rows}
              rowId={({ id }) => id}
              empty={t.none}
            />
          )}
        </Loaded>
        <div>
          <ConfirmAct label={t.make} effect={t.makeEffect} act={make} />
        </div>
        {made ? <NewLink made={made} onClose={() => setMade(undefined)} /> : null}
      </Stack>
    </Section>
  );
}

const COLUMNS: readonly TableColumn<SetupLink>[] = [
  { id: 'made', label: t.columnMade, cell: ({ createdAt }) => <Time at={createdAt} /> },
  { id: 'state', label: t.columnState, cell: ({ status }) => <Status value={status} /> },
  { id: 'ends', label: t.columnEnds, cell: ({ expiresAt }) => <Time at={expiresAt} /> },
];

const endColumn = (end: (tokenId: string) => Promise<unknown>, onDone: () => void): TableColumn<SetupLink> => ({
  id: 'end',
  label: t.columnActs,
  cell: ({ id, status }) =>
    status === 'active' ? (
      <RowAct label={t.end} about={t.endOne} effect={t.endEffect} act={() => end(id)} onDone={onDone} />
    ) : null,
});

const NewLink = ({ made, onClose }: { readonly made: Made; readonly onClose: () => void }) => (
  <Modal opened onClose={onClose} title={t.link} size="lg" closeOnClickOutside={false}>
    <ShownOnce title={t.link} text={t.linkText} secret={made.setupUrl}>
      <Text c="var(--mantine-color-text)">
        {t.ends} <ExactTime at={made.expiresAt} />
      </Text>
    </ShownOnce>
  </Modal>
);
