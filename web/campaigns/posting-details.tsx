import { Code, Stack, Tabs, Text, Title } from '@mantine/core';
import { typeName } from '../fields/lead-field.ts';
import { campaignTexts as t } from '../texts/campaigns.ts';
import { fieldTexts } from '../texts/fields.ts';
import { CopyCode } from '../ui/copy-code.tsx';
import { Facts } from '../ui/facts.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import type { PostingSpec } from './campaign-types.ts';
import { curlSample, javaScriptSample, phpSample, pythonSample } from './posting-samples.ts';

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

/** How to post to a campaign: address, fields, and samples to paste. The key itself is never in it. */
export function PostingDetails({ spec }: { readonly spec: PostingSpec }) {
  const required = new Set(spec.requiredFields.map(({ name }) => name));
  const fields = [...spec.requiredFields, ...spec.customFields.filter(({ name }) => !required.has(name))];
  return (
    <Stack gap="md">
      <Text c="dimmed">{t.postingText}</Text>
      <Facts
        facts={[
          [t.address, <Code key="address">{spec.postingUrl}</Code>],
          [t.method, `${spec.method}, ${spec.contentType}`],
          [t.authorization, <Code key="key">{spec.authorization}</Code>],
        ]}
      />
      <Stack gap="xs">
        <Title order={3}>{t.fieldsTitle}</Title>
        <SmallTable label={t.fieldsTitle} columns={COLUMNS} rows={fields} rowId={nameInPost} empty={t.noFields} />
        <Text size="sm" c="dimmed">
          {t.fieldsHint}
        </Text>
      </Stack>
      <Samples spec={spec} />
    </Stack>
  );
}

const SAMPLES = [
  { id: 'curl', label: t.sampleCurl, write: curlSample },
  { id: 'javascript', label: t.sampleJavaScript, write: javaScriptSample },
  { id: 'php', label: t.samplePhp, write: phpSample },
  { id: 'python', label: t.samplePython, write: pythonSample },
] as const;

const Samples = ({ spec }: { readonly spec: PostingSpec }) => (
  <Tabs defaultValue={SAMPLES[0].id}>
    <Tabs.List>
      {SAMPLES.map(({ id, label }) => (
        <Tabs.Tab key={id} value={id}>
          {label}
        </Tabs.Tab>
      ))}
    </Tabs.List>
    {SAMPLES.map(({ id, write }) => (
      <Tabs.Panel key={id} value={id} pt="sm">
        <CopyCode label={t.sampleText} text={write(spec)} />
      </Tabs.Panel>
    ))}
  </Tabs>
);
