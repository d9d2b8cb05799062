import { Code, Stack, Title } from '@mantine/core';
import { campaignTexts as t } from '../texts/campaigns.ts';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import type { PostingSpec } from './campaign-types.ts';
import { TextTabs } from './text-tabs.tsx';

interface OfSpec {
  readonly spec: PostingSpec;
}

type Rejection = readonly [code: string, text: string];

const REJECTION_COLUMNS: readonly TableColumn<Rejection>[] = [
  { id: 'code', label: t.columnCode, cell: ([code]) => <Code>{code}</Code> },
  { id: 'meaning', label: t.columnMeaning, cell: ([, text]) => text },
];

const labels: Readonly<Record<string, string>> = t.answers;

/** What a post is answered, and why leads are rejected. */
export const PostingAnswers = ({ spec }: OfSpec) => (
  <>
    <Stack gap="xs">
      <Title order={3}>{t.answersTitle}</Title>
      <TextTabs
        about={t.answersText}
        texts={Object.entries(spec.responses).map(([kind, answer]) => ({
          id: kind,
          label: labels[kind] ?? kind,
          text: JSON.stringify(answer, null, 2),
        }))}
      />
    </Stack>
    <Stack gap="xs">
      <Title order={3}>{t.rejectionsTitle}</Title>
      <SmallTable
        label={t.rejectionsTitle}
        columns={REJECTION_COLUMNS}
        rows={Object.entries(spec.rejections)}
        rowId={([code]) => code}
        empty=""
      />
    </Stack>
  </>
);

type SpecError = PostingSpec['errors'][number];

const ERROR_COLUMNS: readonly TableColumn<SpecError>[] = [
  { id: 'status', label: t.columnHttp, cell: ({ status }) => status },
  { id: 'code', label: t.columnCode, cell: ({ code }) => <Code>{code}</Code> },
  { id: 'meaning', label: t.columnMeaning, cell: ({ when }) => when },
];

/** Errors that a post may be answered with, and what to do then. */
export const PostingErrors = ({ spec }: OfSpec) => (
  <Stack gap="xs">
    <Title order={3}>{t.errorsTitle}</Title>
    <SmallTable label={t.errorsTitle} columns={ERROR_COLUMNS} rows={spec.errors} rowId={({ code }) => code} empty="" />
  </Stack>
);
