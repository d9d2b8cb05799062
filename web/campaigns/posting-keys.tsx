import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import type { Ok } from '../frame/ok.ts';
import { campaignTexts as t } from '../texts/campaigns.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { ShownOnce } from '../ui/shown-once.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import type { Campaign } from './campaign-types.ts';
import { RotateKey } from './rotate-key.tsx';

type Key = Ok<'/api/v1/auth/api-keys', 'get'>['data'][number];

/** The keys with which a campaign is posted to: those that work, a new one, and one in the place of another. */
export function PostingKeys({ campaign }: { readonly campaign: Pick<Campaign, 'id' | 'name'> }) {
  const [secret, setSecret] = useState<string>();
  const [rotating, setRotating] = useState<Key>();
  const renew = useRenew();
  const query = { campaignId: campaign.id, kind: 'posting', limit: '100' } as const;
  const keys = useQuery({
    queryKey: ['api-keys', 'of', campaign.id],
    queryFn: async () => (await answerOf(api.GET('/api/v1/auth/api-keys', { params: { query } }))).data,
  });
  const show = (key: string): void => {
    setRotating(undefined);
    setSecret(key);
    renew('api-keys', 'campaigns');
  };
  const make = async (): Promise<void> => {
    const body = { name: t.keyName(campaign.name).slice(0, 255), campaignId: campaign.id };
    show((await answerOf(api.POST('/api/v1/auth/api-keys', { body }))).data.key);
  };
  return (
    <Stack gap="sm">
      <Loaded query={keys}>
        {(rows) => (
          <SmallTable
            label={t.postingKeys}
            columns={[...COLUMNS, rotateColumn(setRotating)]}
            rows={rows.filter(({ status }) => status === 'active')}
            rowId={({ id }) => id}
            empty={t.noKeys}
          />
        )}
      </Loaded>
      <Group>
        <ConfirmAct label={t.makeKey} effect={t.makeKeyEffect} act={make} />
      </Group>
      {rotating ? <RotateKey keyId={rotating.id} onKey={show} onClose={() => setRotating(undefined)} /> : null}
      {secret === undefined ? null : <NewKey secret={secret} onClose={() => setSecret(undefined)} />}
    </Stack>
  );
}

const COLUMNS: readonly TableColumn<Key>[] = [
  { id: 'prefix', label: t.keyPrefix, cell: ({ keyPrefix }) => keyPrefix },
  { id: 'used', label: t.keyUsed, cell: ({ lastUsedAt }) => <Time at={lastUsedAt} /> },
];

const rotateColumn = (onRotate: (key: Key) => void): TableColumn<Key> => ({
  id: 'rotate',
  label: t.keyActs,
  cell: (key) =>
    key.replacedBy === null ? (
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t.rotateKeyOf(key.keyPrefix)}
        onClick={() => onRotate(key)}
      >
        {t.rotateKey}
      </Button>
    ) : (
      <>
        {t.keyEnds} <Time at={key.expiresAt} />
      </>
    ),
});

const NewKey = ({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) => (
  <Modal opened onClose={onClose} title={t.postingKey} size="lg" closeOnClickOutside={false}>
    <ShownOnce title={t.postingKey} text={t.postingKeyText} secret={secret} />
  </Modal>
);
