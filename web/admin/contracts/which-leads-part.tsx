import { Group, MultiSelect, Radio, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core';
import { US_STATES } from '../../fields/us-states.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import { FormPart } from '../../ui/form/form-part.tsx';
import type { ContractPart } from './contract-part.ts';
import { FilterRows } from './filter-rows.tsx';
import { MatchCount } from './match-count.tsx';
import { RadiusRows } from './radius-rows.tsx';

/** Where, whom, and what else a lead must say. */
export const WhichLeadsPart = ({ form, fields }: ContractPart) => (
  <FormPart title={t.which} text={t.whichText}>
    <Radio.Group label={t.geoKind} {...form.getInputProps('geoKind')}>
      <Group mt={4}>
        <Radio value="include" label={t.include} />
        <Radio value="exclude" label={t.exclude} />
      </Group>
    </Radio.Group>
    <MultiSelect
      label={t.states}
      description={t.statesHint}
      data={[...US_STATES]}
      searchable
      clearable
      hidePickedOptions
      {...form.getInputProps('states')}
    />
    <Textarea
      label={t.zipCodes}
      description={t.zipCodesHint}
      autosize
      minRows={1}
      maxRows={8}
      spellCheck={false}
      {...form.getInputProps('zipCodes')}
    />
    <RadiusRows form={form} />
    <Textarea
      label={t.cities}
      description={t.citiesHint}
      autosize
      minRows={1}
      maxRows={8}
      {...form.getInputProps('cities')}
    />
    <SimpleGrid cols={2}>
      <TextInput label={t.minAge} description={t.ageHint} inputMode="numeric" {...form.getInputProps('minAge')} />
      <TextInput label={t.maxAge} description={t.ageHint} inputMode="numeric" {...form.getInputProps('maxAge')} />
    </SimpleGrid>
    <TagsInput label={t.gender} description={t.genderHint} clearable {...form.getInputProps('gender')} />
    <FilterRows form={form} fields={fields} />
    <MatchCount values={form.values} />
  </FormPart>
);
