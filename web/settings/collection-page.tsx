import { Button, Group, Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useRenew } from '../frame/use-renew.ts';
import { useMay } from '../frame/session.tsx';
import { settingsTexts as t } from '../texts/settings.ts';
import { Facts } from '../ui/facts.tsx';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { renameFaults } from '../ui/form/rename-faults.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { tellDone } from '../ui/tell.ts';
import type { Collection } from './collection.ts';

interface CollectionPageProps<T, V extends Record<string, unknown>> {
  readonly of: Collection<T, V>;
}

type Row = { readonly id: string };

const USUAL = 'settings:write';

/** A page for a collection: the list, a new one, and in the panel the form of each. */
export function CollectionPage<T extends Row, V extends Record<string, unknown>>({ of }: CollectionPageProps<T, V>) {
  const may = useMay();
  const [isMaking, setMaking] = useState(false);
  const changed = useChanged(of.name);
  const add = may(of.permission ?? USUAL) ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t.make(of.one)}
    </Button>
  ) : null;
  return (
    <Page title={of.title} state={of.state} action={add}>
      <DataTable
        name={of.name}
        label={of.state}
        columns={of.columns}
        load={of.load}
        rowId={({ id }) => id}
        rowName={of.nameOf}
        panel={(row) => <RowForm key={row.id} of={of} row={row} />}
        empty={{ ...of.empty, action: add }}
      />
      {isMaking ? (
        <Modal opened onClose={() => setMaking(false)} title={t.make(of.one)}>
          <OneForm
            of={of}
            row={undefined}
            label={t.make(of.one)}
            save={of.make}
            onSaved={() => {
              setMaking(false);
              changed(t.made);
            }}
            onCancel={() => setMaking(false)}
          />
        </Modal>
      ) : null}
    </Page>
  );
}

function useChanged(name: string): (said: string) => void {
  const renew = useRenew();
  return (said) => {
    tellDone(said);
    renew(name);
  };
}

function RowForm<T extends Row, V extends Record<string, unknown>>(
  props: CollectionPageProps<T, V> & { readonly row: T },
) {
  const { of, row } = props;
  const mayWrite = useMay()(of.permission ?? USUAL);
  const changed = useChanged(of.name);
  const { change } = of;
  return (
    <Stack>
      {mayWrite && change ? (
        <OneForm of={of} row={row} save={(values) => change(row.id, values)} onSaved={() => changed(t.saved)} />
      ) : (
        <Facts facts={of.columns.map(({ label, cell }) => [label, cell(row)])} />
      )}
      {mayWrite ? of.beside?.(row) : null}
      {mayWrite ? (
        <Group>
          <ConfirmAct
            label={t.remove}
            effect={of.removeEffect}
            name={of.nameOf(row)}
            act={() => of.remove(row.id)}
            onDone={() => changed(t.removed)}
          />
        </Group>
      ) : null}
    </Stack>
  );
}

interface OneFormProps<T, V extends Record<string, unknown>> extends CollectionPageProps<T, V> {
  readonly row: T | undefined;
  readonly label?: string;
  readonly save: (values: V) => Promise<unknown>;
  readonly onSaved: () => void;
  readonly onCancel?: () => void;
}

/** A fault of one of several stands at the field that holds them all. */
const wholeField = (field: string): string => field.replace(/\..*$/, '');

function OneForm<T, V extends Record<string, unknown>>({
  of,
  row,
  label,
  save,
  onSaved,
  onCancel,
}: OneFormProps<T, V>) {
  const form = useForm<V>({
    initialValues: row === undefined ? of.blank : of.valuesOf(row),
    validate: of.rules as never,
  });
  return (
    <SaveForm
      form={form}
      save={(values) => renameFaults(save(values), wholeField)}
      onSaved={onSaved}
      {...(label === undefined ? {} : { label })}
      {...(onCancel === undefined ? {} : { onCancel })}
      {...(row !== undefined && of.words ? { summary: { words: of.words } } : {})}
    >
      {of.fields(form, row)}
    </SaveForm>
  );
}
