import { MultiSelect, Text } from '@mantine/core';
import { CLASSES, className } from '../../fields/lead-field.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import { FormPart } from '../../ui/form/form-part.tsx';
import type { ContractPart } from './contract-part.ts';
import { byClass } from '../../contracts/terms-in-words.ts';

/** Which fields leave Careroute for this buyer, by what they tell of a person. */
export function LicensedPart({ form, fields }: ContractPart) {
  const chosen = form.values.licensedFields;
  const gone = chosen.filter((name) => !fields.some((field) => field.name === name));
  const groups = CLASSES.map((phiClass) => ({
    group: className(phiClass),
    items: fields
      .filter((field) => field.phiClass === phiClass)
      .map(({ name, label }) => ({ value: name, label: label === name ? name : `${label} (${name})` })),
  }));
  const known = [...groups, { group: '–', items: gone.map((name) => ({ value: name, label: name })) }];
  const counts = byClass(chosen, fields).map(([title, labels]) => `${labels.length} ${title.toLowerCase()}`);
  return (
    <FormPart title={t.gets} text={t.getsText}>
      {form.values.verticalId === '' ? (
        <Text c="dimmed">{t.chooseVertical}</Text>
      ) : (
        <MultiSelect
          label={t.licensedFields}
          data={known.filter(({ items }) => items.length > 0)}
          required
          searchable
          maxDropdownHeight={320}
          {...form.getInputProps('licensedFields')}
        />
      )}
      {fields.length > 0 && counts.length > 0 ? (
        <Text size="sm" c="dimmed" role="status">
          {t.licensedCount(counts.join(', '))}
        </Text>
      ) : null}
    </FormPart>
  );
}
