import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { LeadField } from '../../fields/lead-field.ts';
import { duplicateTexts as t } from '../../texts/duplicates.ts';
import { FormPart } from '../../ui/form/form-part.tsx';
import { DedupFields } from '../dedup-fields.tsx';
import type { VerticalValues } from './vertical-values.ts';

interface DuplicatesPartProps {
  readonly form: UseFormReturnType<VerticalValues>;
  readonly fields: readonly LeadField[];
}

/** What makes a lead of the vertical a duplicate of an earlier one. */
export const DuplicatesPart = ({ form, fields }: DuplicatesPartProps) => (
  <FormPart title={t.title}>
    <DedupFields fields={fields} hint={t.fieldsHint} {...form.getInputProps('dedupFields')} />
    <Radio.Group label={t.match} {...form.getInputProps('dedupMatch')}>
      <Stack gap="xs" mt={4}>
        <Radio value="any" label={t.matches.any} description={t.matchHints.any} />
        <Radio value="all" label={t.matches.all} description={t.matchHints.all} />
      </Stack>
    </Radio.Group>
    <TextInput
      label={t.windowDays}
      description={t.windowHint}
      inputMode="numeric"
      required
      {...form.getInputProps('dedupWindowDays')}
    />
    <Checkbox
      label={t.soldOnly}
      description={t.soldOnlyHint}
      {...form.getInputProps('dedupSoldOnly', { type: 'checkbox' })}
    />
  </FormPart>
);
