import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useMay } from '../../frame/session.tsx';
import { useRenew } from '../../frame/use-renew.ts';
import { codeTexts as c, wordTexts as t } from '../../texts/disposition-codes.ts';
import { DialogButton } from '../../ui/form/dialog-button.tsx';
import { RowAct } from '../../ui/form/row-act.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { tellDone } from '../../ui/tell.ts';
import { type Code, reasonName, useCodes } from '../vertical-groups/code-values.ts';
import { WordForm } from './word-form.tsx';
import { returnsName, type Word, wordBody, type Words, WORDS_PATH } from './word-values.ts';

type Meaning = Words['effective'][number];

interface OfContract {
  readonly contractId: string;
}

/** What the buyer of a contract calls the codes of its group, and what comes of each word. */
export function WordsSection({ contractId }: OfContract) {
  const may = useMay();
  const words = useQuery({
    queryKey: ['contracts', 'words', contractId],
    queryFn: async () => (await answerOf(api.GET(WORDS_PATH, { params: { path: { contractId } } }))).data,
  });
  const codes = useCodes(words.data?.verticalGroupId ?? null);
  const mayWrite = may('contracts:write');
  const known = codes.data ?? [];
  return (
    <Section
      title={t.title}
      action={mayWrite && words.data ? <SectionActs contractId={contractId} words={words.data} codes={known} /> : null}
    >
      <Text c="dimmed">{t.text}</Text>
      <Loaded query={words}>
        {(loaded) => <WordTables words={loaded} codes={known} {...(mayWrite ? { contractId } : {})} />}
      </Loaded>
    </Section>
  );
}

const MEANINGS: readonly TableColumn<Meaning>[] = [
  { id: 'word', label: t.word, cell: ({ externalCode }) => externalCode },
  { id: 'code', label: t.code, cell: ({ label }) => label ?? '–' },
  { id: 'kind', label: c.category, cell: ({ category }) => (category ? (c.categories[category] ?? category) : '–') },
  {
    id: 'returns',
    label: c.columnReturn,
    cell: ({ triggersReturn, returnReason }) => (triggersReturn ? c.returns(reasonName(returnReason)) : '–'),
  },
  { id: 'source', label: t.source, cell: ({ source }) => t.sources[source] },
];

const ownColumns = (codes: readonly Code[]): TableColumn<Word>[] => [
  { id: 'word', label: t.word, cell: ({ externalCode }) => externalCode },
  { id: 'meant', label: t.wordLabel, cell: ({ externalLabel }) => externalLabel ?? '–' },
  {
    id: 'code',
    label: t.code,
    cell: ({ verticalGroupDispositionId }) => codes.find(({ id }) => id === verticalGroupDispositionId)?.label ?? '–',
  },
  { id: 'returns', label: c.columnReturn, cell: ({ overrideTriggersReturn }) => returnsName(overrideTriggersReturn) },
  { id: 'status', label: c.columnStatus, cell: ({ isActive }) => <Status value={isActive ? 'active' : 'inactive'} /> },
];

interface WordTablesProps {
  readonly words: Words;
  readonly codes: readonly Code[];
  /** Given, words can be changed. */
  readonly contractId?: string;
}

function WordTables({ words: { verticalGroupId, overrides, effective }, codes, contractId }: WordTablesProps) {
  const acts = (word: Word) =>
    contractId === undefined ? null : <WordActs contractId={contractId} word={word} codes={codes} />;
  const own = ownColumns(codes);
  return (
    <Stack gap="sm">
      {verticalGroupId === null ? (
        <Group gap="xs">
          <Text>{t.noGroup}</Text>
          <Anchor component={Link} to="/admin/verticals/groups">
            {t.toGroups}
          </Anchor>
        </Group>
      ) : null}
      <Title order={3}>{t.own}</Title>
      <SmallTable
        label={t.own}
        columns={contractId === undefined ? own : [...own, { id: 'acts', label: c.columnActs, cell: acts }]}
        rows={overrides}
        rowId={({ id }) => id}
        empty={t.noOwn}
      />
      <Title order={3}>{t.effective}</Title>
      <SmallTable
        label={t.effective}
        columns={MEANINGS}
        rows={effective}
        rowId={({ externalCode }) => externalCode}
        empty={t.noEffective}
      />
    </Stack>
  );
}

function useChanged(): (said: string, close?: () => void) => void {
  const renew = useRenew();
  return (said, close) => {
    tellDone(said);
    renew('contracts');
    close?.();
  };
}

interface SectionActsProps extends OfContract {
  readonly words: Words;
  readonly codes: readonly Code[];
}

function SectionActs({ contractId, words: { verticalGroupId, overrides }, codes }: SectionActsProps) {
  const changed = useChanged();
  const params = { path: { contractId } };
  const sortOrder = Math.max(0, ...overrides.map((word) => word.sortOrder)) + 1;
  return (
    <Group gap="xs">
      {verticalGroupId === null ? null : (
        <RowAct
          label={t.populate}
          about={t.populate}
          effect={t.populateEffect}
          act={async () => {
            const { data } = await answerOf(api.POST(`${WORDS_PATH}/populate`, { params }));
            changed(c.copied(data.copied, data.skipped));
          }}
          onDone={() => {}}
        />
      )}
      <DialogButton label={t.open} title={t.addTitle} look="filled">
        {(close) => (
          <WordForm
            codes={codes}
            save={(values) => answerOf(api.POST(WORDS_PATH, { params, body: { ...wordBody(values), sortOrder } }))}
            onSaved={() => changed(t.added, close)}
            onCancel={close}
          />
        )}
      </DialogButton>
    </Group>
  );
}

function WordActs({ contractId, word, codes }: OfContract & { readonly word: Word; readonly codes: readonly Code[] }) {
  const changed = useChanged();
  const params = { path: { contractId } };
  const { id, externalCode } = word;
  return (
    <Group gap="xs" wrap="nowrap">
      <DialogButton label={c.edit} title={t.editTitle(externalCode)} size="compact-sm">
        {(close) => (
          <WordForm
            word={word}
            codes={codes}
            save={(values) => answerOf(api.PUT(WORDS_PATH, { params, body: { id, ...wordBody(values) } }))}
            onSaved={() => changed(t.saved, close)}
            onCancel={close}
          />
        )}
      </DialogButton>
      <RowAct
        label={c.remove}
        about={t.removeTitle(externalCode)}
        effect={t.removeEffect}
        act={() => answerOf(api.DELETE(WORDS_PATH, { params, body: { id } }))}
        onDone={() => changed(t.removed)}
      />
    </Group>
  );
}
