import { Button, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useMay } from '../frame/session.tsx';
import { useRenew } from '../frame/use-renew.ts';
import { blockedTexts as t } from '../texts/blocked.ts';
import { needed } from '../ui/form/rules.ts';
import { RowAct } from '../ui/form/row-act.tsx';
import { SaveForm } from '../ui/form/save-form.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import type { TableColumn, TableFilter, TablePage, TableWish } from '../ui/table/table-types.ts';
import { tellDone } from '../ui/tell.ts';
import { Time } from '../ui/time.tsx';

/** Something that is blocked. */
export interface Blocked {
  readonly id: string;
  /** As it is shown. */
  readonly what: string;
  readonly reason: string | null;
  readonly createdAt: string;
}

/** A list of what is blocked: how it is called, read and changed. */
export interface BlockListKind {
  /** For what is remembered of the list, and asked anew. */
  readonly name: string;
  readonly label: string;
  readonly column: string;
  /** Undefined where what is searched for would be personal: it stands in the address. */
  readonly searchHint: string | undefined;
  readonly field: { readonly label: string; readonly hint: string; readonly max: number };
  readonly act: string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly load: (wish: TableWish) => Promise<TablePage<Blocked>>;
  /** The field of the body is called `value` in the form; faults of any other name are shown above it. */
  readonly block: (value: string, reason: string | null) => Promise<unknown>;
  readonly unblock: (id: string) => Promise<unknown>;
}

/** One list of what is blocked, and the ways onto it and off it. */
export function BlockList({ of }: { readonly of: BlockListKind }) {
  const mayWrite = useMay()('blocked-lists:write');
  const [isAdding, setAdding] = useState(false);
  const filters: readonly TableFilter[] =
    of.searchHint === undefined ? [] : [{ kind: 'text', id: 'search', label: t.search, hint: of.searchHint }];
  const add = mayWrite ? (
    <Button size="xs" onClick={() => setAdding(true)}>
      {of.act}
    </Button>
  ) : null;
  return (
    <>
      <DataTable
        name={of.name}
        label={of.label}
        columns={columnsOf(of, mayWrite)}
        filters={filters}
        load={of.load}
        rowId={({ id }) => id}
        rowName={({ what }) => what}
        csv={of.searchHint !== undefined}
        tools={add}
        empty={{ ...of.empty }}
      />
      {isAdding ? <Adding of={of} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

const columnsOf = (of: BlockListKind, mayWrite: boolean): readonly TableColumn<Blocked>[] => [
  { id: 'what', label: of.column, cell: ({ what }) => what },
  { id: 'reason', label: t.columnReason, cell: ({ reason }) => reason ?? '–' },
  { id: 'added', label: t.columnAdded, sort: 'createdAt', cell: ({ createdAt }) => <Time at={createdAt} /> },
  ...(mayWrite
    ? [{ id: 'acts', label: t.columnActs, cell: (row: Blocked) => <Unblock of={of} row={row} />, text: null }]
    : []),
];

function Unblock({ of, row }: { readonly of: BlockListKind; readonly row: Blocked }) {
  const renew = useRenew();
  return (
    <RowAct
      label={t.unblock}
      about={t.unblockAbout(row.what)}
      effect={t.unblockEffect}
      act={() => of.unblock(row.id)}
      onDone={() => {
        tellDone(t.unblocked);
        renew(of.name);
      }}
    />
  );
}

function Adding({ of, onClose }: { readonly of: BlockListKind; readonly onClose: () => void }) {
  const renew = useRenew();
  const form = useForm({ initialValues: { value: '', reason: '' }, validate: { value: needed } });
  return (
    <Modal opened onClose={onClose} title={of.act}>
      <SaveForm
        form={form}
        label={of.act}
        save={({ value, reason }) => of.block(value.trim(), reason.trim() === '' ? null : reason.trim())}
        onSaved={() => {
          tellDone(t.blocked);
          renew(of.name);
          onClose();
        }}
        onCancel={onClose}
      >
        <TextInput
          label={of.field.label}
          description={of.field.hint}
          maxLength={of.field.max}
          autoComplete="off"
          required
          data-autofocus
          {...form.getInputProps('value')}
        />
        <TextInput label={t.reason} description={t.reasonHint} maxLength={255} {...form.getInputProps('reason')} />
      </SaveForm>
    </Modal>
  );
}
