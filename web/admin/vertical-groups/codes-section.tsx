import { Group, Text } from '@mantine/core';
import { answerOf, api } from '../../frame/api.ts';
import { useMay } from '../../frame/session.tsx';
import { useRenew } from '../../frame/use-renew.ts';
import { codeTexts as t } from '../../texts/disposition-codes.ts';
import { DialogButton } from '../../ui/form/dialog-button.tsx';
import { RowAct } from '../../ui/form/row-act.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { tellDone } from '../../ui/tell.ts';
import { CodeForm } from './code-form.tsx';
import { type Code, codeBody, CODES_PATH, reasonName, useCodes } from './code-values.ts';
import { CopyCodes } from './copy-codes.tsx';
import { OrderCodes } from './order-codes.tsx';

const COLUMNS: readonly TableColumn<Code>[] = [
  { id: 'label', label: t.label, cell: ({ label }) => label },
  { id: 'slug', label: t.slug, cell: ({ slug }) => slug },
  { id: 'category', label: t.category, cell: ({ category }) => t.categories[category] ?? category },
  {
    id: 'returns',
    label: t.columnReturn,
    cell: ({ triggersReturn, returnReason }) => (triggersReturn ? t.returns(reasonName(returnReason)) : '–'),
  },
  {
    id: 'status',
    label: t.columnStatus,
    cell: ({ isActive }) => <Status value={isActive ? 'active' : 'inactive'} />,
  },
];

/** What may become of leads of a group, as codes that are added, changed, put in order and deleted. */
export function CodesSection({ groupId }: { readonly groupId: string }) {
  const mayWrite = useMay()('verticals:write');
  const codes = useCodes(groupId);
  const acts = (code: Code) => <CodeActs groupId={groupId} code={code} />;
  const columns = mayWrite ? [...COLUMNS, { id: 'acts', label: t.columnActs, cell: acts }] : COLUMNS;
  return (
    <Section title={t.title} action={mayWrite ? <SectionActs groupId={groupId} codes={codes.data ?? []} /> : null}>
      <Text c="dimmed">{t.text}</Text>
      <Loaded query={codes}>
        {(rows) => <SmallTable label={t.title} columns={columns} rows={rows} rowId={({ id }) => id} empty={t.none} />}
      </Loaded>
    </Section>
  );
}

/** What is done once a code has changed: contracts show what words mean by them. */
function useChanged(): (said: string, close?: () => void) => void {
  const renew = useRenew();
  return (said, close) => {
    tellDone(said);
    renew('vertical-groups', 'contracts');
    close?.();
  };
}

interface OfGroup {
  readonly groupId: string;
}

function SectionActs({ groupId, codes }: OfGroup & { readonly codes: readonly Code[] }) {
  const changed = useChanged();
  const params = { path: { verticalGroupId: groupId } };
  const last = Math.max(0, ...codes.map(({ sortOrder }) => sortOrder));
  return (
    <Group gap="xs">
      <DialogButton label={t.copy} title={t.copyTitle}>
        {(close) => <CopyCodes groupId={groupId} onCopied={(said) => changed(said, close)} onCancel={close} />}
      </DialogButton>
      {codes.length > 1 ? (
        <DialogButton label={t.order} title={t.orderTitle}>
          {(close) => (
            <OrderCodes groupId={groupId} codes={codes} onSaved={() => changed(t.orderSaved, close)} onCancel={close} />
          )}
        </DialogButton>
      ) : null}
      <DialogButton label={t.addTitle} title={t.addTitle} look="filled">
        {(close) => (
          <CodeForm
            save={(values) =>
              answerOf(api.POST(CODES_PATH, { params, body: { ...codeBody(values), sortOrder: last + 1 } }))
            }
            onSaved={() => changed(t.added, close)}
            onCancel={close}
          />
        )}
      </DialogButton>
    </Group>
  );
}

function CodeActs({ groupId, code }: OfGroup & { readonly code: Code }) {
  const changed = useChanged();
  const params = { path: { verticalGroupId: groupId, dispId: code.id } };
  const one = `${CODES_PATH}/{dispId}` as const;
  return (
    <Group gap="xs" wrap="nowrap">
      <DialogButton label={t.edit} title={t.editTitle(code.label)} size="compact-sm">
        {(close) => (
          <CodeForm
            code={code}
            save={(values) => answerOf(api.PUT(one, { params, body: codeBody(values) }))}
            onSaved={() => changed(t.saved, close)}
            onCancel={close}
          />
        )}
      </DialogButton>
      <RowAct
        label={t.remove}
        about={t.removeTitle(code.label)}
        effect={t.removeEffect}
        act={() => answerOf(api.DELETE(one, { params }))}
        onDone={() => changed(t.removed)}
      />
    </Group>
  );
}
