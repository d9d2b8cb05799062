import { Button } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { useMay } from '../frame/session.tsx';
import { useNames } from '../frame/use-names.ts';
import { useRenew } from '../frame/use-renew.ts';
import { suppressionTexts as t } from '../texts/suppression.ts';
import { RowAct } from '../ui/form/row-act.tsx';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableFilter, TableWish } from '../ui/table/table-types.ts';
import { tellDone } from '../ui/tell.ts';
import { Time } from '../ui/time.tsx';
import { AddContact } from './add-contact.tsx';
import { CheckContact } from './check-contact.tsx';
import { contactWords, reasonWords, sourceWords, typeWords } from './entry-words.ts';
import { ImportList } from './import-list.tsx';
import type { Entry } from './list-terms.ts';

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const FILTERS: readonly TableFilter[] = [
  { kind: 'choice', id: 'scope', label: t.columnScope, options: optionsOf(t.scopes) },
  { kind: 'choice', id: 'type', label: t.columnType, options: optionsOf(t.types) },
];

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/suppression', { params: { query: offsetQuery(wish) } })));

/** Whom nobody may contact or buy. */
export default function SuppressionPage() {
  const mayWrite = useMay()('suppression:write');
  const [open, setOpen] = useState<'add' | 'import'>();
  const columns = useColumns(mayWrite);
  const add = mayWrite ? <Button onClick={() => setOpen('add')}>{t.add}</Button> : null;
  const action = mayWrite ? (
    <>
      <Button variant="default" onClick={() => setOpen('import')}>
        {t.import}
      </Button>
      {add}
    </>
  ) : null;
  const close = (): void => setOpen(undefined);
  return (
    <Page title={t.title} state={t.state} action={action}>
      <CheckContact />
      <DataTable
        name="suppression"
        label={t.label}
        columns={columns}
        filters={FILTERS}
        load={load}
        rowId={({ id }) => id}
        rowName={contactWords}
        csv={false}
        empty={{ title: t.none, text: t.noneText, action: add }}
      />
      {open === 'add' ? <AddContact onClose={close} /> : null}
      {open === 'import' ? <ImportList onClose={close} /> : null}
    </Page>
  );
}

function useColumns(mayWrite: boolean): readonly TableColumn<Entry>[] {
  const buyers = useNames('buyers');
  const verticals = useNames('verticals');
  const scopeOf = ({ scope, scopeId }: Entry): string =>
    scope === 'global' ? t.scopes.global : (scope === 'buyer' ? buyers : verticals).nameOf(scopeId);
  return [
    { id: 'contact', label: t.columnContact, cell: contactWords },
    { id: 'type', label: t.columnType, cell: typeWords },
    { id: 'scope', label: t.columnScope, cell: scopeOf },
    { id: 'reason', label: t.columnReason, cell: reasonWords },
    { id: 'list', label: t.columnList, cell: ({ displayName }) => displayName ?? '–' },
    { id: 'source', label: t.columnSource, cell: sourceWords, extra: true },
    { id: 'until', label: t.columnUntil, cell: (entry) => <Until entry={entry} /> },
    { id: 'added', label: t.columnAdded, cell: ({ createdAt }) => <Time at={createdAt} /> },
    ...(mayWrite
      ? [{ id: 'acts', label: t.columnActs, cell: (entry: Entry) => <TakeOff entry={entry} />, text: null }]
      : []),
  ];
}

function Until({ entry: { expiresAt, isExpired } }: { readonly entry: Entry }) {
  if (expiresAt === null) return t.forGood;
  return isExpired ? t.over : <Time at={expiresAt} />;
}

function TakeOff({ entry }: { readonly entry: Entry }) {
  const renew = useRenew();
  const params = { path: { entryId: entry.id } };
  return (
    <RowAct
      label={t.remove}
      about={t.removeAbout}
      effect={t.removeEffect}
      act={() => answerOf(api.DELETE('/api/v1/suppression/{entryId}', { params }))}
      onDone={() => {
        tellDone(t.removed);
        renew('suppression');
      }}
    />
  );
}
