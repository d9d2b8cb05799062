import { TextInput } from '@mantine/core';
import { NEW_RADIUS } from '../../contracts/radius-row.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import { RowList } from '../../ui/form/row-list.tsx';
import type { ContractPart } from './contract-part.ts';

/** Circles around places: a lead may be in any of them, or in one of the ZIP codes. */
export const RadiusRows = ({ form }: Pick<ContractPart, 'form'>) => (
  <RowList
    label={t.radii}
    description={t.radiiHint}
    error={form.errors['radii']}
    rows={form.values.radii}
    set={(rows) => form.setFieldValue('radii', rows)}
    blank={NEW_RADIUS}
    words={{ add: t.addRadius, row: t.radiusNumber, remove: t.removeRadius }}
  >
    {(row, change) => (
      <>
        <TextInput
          size="xs"
          label={t.radiusMiddle}
          placeholder={t.radiusMiddleHint}
          value={row.middle}
          onChange={(event) => change({ middle: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={t.radiusMiles}
          inputMode="decimal"
          value={row.miles}
          onChange={(event) => change({ miles: event.currentTarget.value.trim() })}
        />
      </>
    )}
  </RowList>
);
