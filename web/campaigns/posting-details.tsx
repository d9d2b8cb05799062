import { Code, Stack, Text, Title } from '@mantine/core';
import { typeName } from '../fields/lead-field.ts';
import { campaignTexts as t } from '../texts/campaigns.ts';
import { fieldTexts } from '../texts/fields.ts';
import { Facts } from '../ui/facts.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import type { PostingSpec } from './campaign-types.ts';
import { PostingAnswers, PostingErrors } from './posting-answers.tsx';
import { TextTabs } from './text-tabs.tsx';

type SpecField = PostingSpec['requiredFields'][number];

/** As it is written in a post: fields that are not global stand in `custom`. */
const nameInPost = ({ name, tier }: SpecField): string => (tier === 'global' ? name : `custom.${name}`);

const COLUMNS: readonly TableColumn<SpecField>[] = [
  { id: 'name', label: fieldTexts.columnName, cell: (field) => <Code>{nameInPost(field)}</Code> },
  { id: 'label', label: fieldTexts.columnLabel, cell: ({ label }) => label },
  {
    id: 'required',
    label: fieldTexts.columnRequired,
    cell: ({ required }) => (required ? fieldTexts.required : fieldTexts.optional),
  },
  { id: 'type', label: fieldTexts.columnType, cell: ({ type }) => typeName(type) },
  { id: 'options', label: fieldTexts.columnOptions, cell: ({ options }) => options?.join(', ') ?? '–' },
];

/** How to post to a campaign: address, fields, samples to paste, answers and errors. The key itself is never in it. */
export function PostingDetails({ spec }: { readonly spec: PostingSpec }) {
  const required = new Set(spec.requiredFields.map(({ name }) => name));
  const custom = spec.customFields.filter(({ name }) => !required.has(name));
  const fields = [...spec.requiredFields, ...custom, ...spec.optionalFields];
  const { curl, javascript, php, python } = spec.samples;
  const samples = [
    { id: 'curl', label: t.sampleCurl, text: curl },
    { id: 'javascript', label: t.sampleJavaScript, text: javascript },
    { id: 'php', label: t.samplePhp, text: php },
    { id: 'python', label: t.samplePython, text: python },
  ];
  return (
    <Stack gap="lg">
      <Text c="dimmed">{t.postingText}</Text>
      <Facts
        facts={[
          [t.address, <Code key="address">{spec.postingUrl}</Code>],
          [t.method, `${spec.method}, ${spec.contentType}. ${otherTypesOf(spec)}`],
          [t.authorization, <Code key="key">{spec.authorization}</Code>],
          [t.origins, spec.allowedOrigins.length === 0 ? t.originsNone : spec.allowedOrigins.join(', ')],
        ]}
      />
      <TextTabs about={t.sampleText} texts={samples} />
      <Stack gap="xs">
        <Title order={3}>{t.fieldsTitle}</Title>
        <SmallTable label={t.fieldsTitle} columns={COLUMNS} rows={fields} rowId={nameInPost} empty={t.noFields} />
      </Stack>
      <Stack gap="xs">
        <Title order={3}>{t.testing}</Title>
        <Text>{t.testingText}</Text>
      </Stack>
      <PostingAnswers spec={spec} />
      <PostingErrors spec={spec} />
    </Stack>
  );
}

const otherTypesOf = ({ contentType, contentTypes }: PostingSpec): string =>
  t.otherTypes(contentTypes.filter((type) => type !== contentType).join(', '));
