import { Button, Modal } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useRenew } from '../frame/use-renew.ts';
import { usePerson } from '../frame/session.tsx';
import { useNames } from '../frame/use-names.ts';
import { keyTexts as t, KIND_WORDS } from '../texts/keys.ts';
import { Page } from '../ui/page.tsx';
import { ShownOnce } from '../ui/shown-once.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import type { TableFilter } from '../ui/table/table-types.ts';
import { keyBulkActs } from './key-bulk-acts.ts';
import type { KeyCalls } from './key-calls.ts';
import { keyColumns } from './key-columns.tsx';
import { useKeyOwner } from './key-owner.tsx';
import { KeyPanel } from './key-panel.tsx';
import { MakeKey } from './make-key.tsx';

/** The list of keys, a new one, and what can be done with each: for staff, and for a buyer or a partner. */
export function KeysTable({ calls }: { readonly calls: KeyCalls }) {
  const [isMaking, setMaking] = useState(false);
  const [secret, setSecret] = useState<string>();
  const renew = useRenew();
  const ownerOf = useKeyOwner();
  const { readOnly } = usePerson();
  const filters = useKeyFilters();
  const isOwn = calls.side !== 'all';
  const show = (key: string): void => {
    setMaking(false);
    setSecret(key);
    renew('api-keys');
  };
  const make = readOnly ? null : (
    <Button leftSection={<IconKey size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t.make}
    </Button>
  );
  return (
    <Page title={t.keys} state={isOwn ? t.ownState : t.state} action={make}>
      <DataTable
        name="api-keys"
        label={t.keys}
        columns={keyColumns(isOwn ? undefined : ownerOf)}
        {...(isOwn ? {} : { filters })}
        load={calls.list}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        panel={(apiKey) => <KeyPanel apiKey={apiKey} calls={calls} onKey={show} />}
        acts={readOnly ? [] : keyBulkActs(calls)}
        chosenName={({ name, keyPrefix }) => `${name} (${keyPrefix}…)`}
        empty={{ title: t.noKeys, text: t.noKeysText, action: make }}
      />
      {isMaking ? <MakeKey calls={calls} onKey={show} onClose={() => setMaking(false)} /> : null}
      {secret === undefined ? null : <NewKey secret={secret} onClose={() => setSecret(undefined)} />}
    </Page>
  );
}

function useKeyFilters(): readonly TableFilter[] {
  const kinds = Object.entries(KIND_WORDS).map(([value, { label }]) => ({ value, label }));
  return [
    { kind: 'choice', id: 'kind', label: t.kind, options: kinds },
    { kind: 'choice', id: 'buyerId', label: KIND_WORDS.buyer.label, options: useNames('buyers').options },
    { kind: 'choice', id: 'partnerId', label: KIND_WORDS.partner.label, options: useNames('partners').options },
    { kind: 'choice', id: 'campaignId', label: t.campaign, options: useNames('campaigns').options },
  ];
}

/** The key, this once; the dialog closes only by its button. */
const NewKey = ({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) => (
  <Modal
    opened
    onClose={onClose}
    title={t.key}
    withCloseButton={false}
    closeOnEscape={false}
    closeOnClickOutside={false}
  >
    <ShownOnce title={t.shownTitle} text={t.shownText} secret={secret}>
      <Button onClick={onClose}>{t.kept}</Button>
    </ShownOnce>
  </Modal>
);
