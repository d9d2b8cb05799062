import { Radio, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { offerMarginTexts as t } from '../../texts/offer-margin.ts';
import { FormPart } from '../../ui/form/form-part.tsx';
import { MoneyInput } from '../../ui/form/money-input.tsx';
import { RowList } from '../../ui/form/row-list.tsx';
import { type MarginValues, NEW_BAND } from './margin-values.ts';
import type { OfferValues } from './offer-values.ts';

type MarginForm = { readonly form: UseFormReturnType<OfferValues> };
const KINDS = Object.keys(t.kinds) as MarginValues['margin'][];

/** What is kept of each price, and the least of it. */
export const MarginPart = ({ form }: MarginForm) => (
  <FormPart title={t.title}>
    <Radio.Group label={t.margin} {...form.getInputProps('margin')}>
      <Stack gap="xs" mt={4}>
        {KINDS.map((kind) => (
          <Radio key={kind} value={kind} label={t.kinds[kind]} description={t.kindHints[kind]} />
        ))}
      </Stack>
    </Radio.Group>
    {form.values.margin === 'same' ? (
      <TextInput label={t.keep} description={t.keepHint} maxLength={13} required {...form.getInputProps('keep')} />
    ) : null}
    {form.values.margin === 'bands' ? <BandRows form={form} /> : null}
    <MoneyInput label={t.minMargin} description={t.minMarginHint} {...form.getInputProps('minMargin')} />
  </FormPart>
);

const BandRows = ({ form }: MarginForm) => (
  <RowList
    label={t.bands}
    description={t.keepHint}
    error={form.errors['bands']}
    rows={form.values.bands}
    set={(rows) => form.setFieldValue('bands', rows)}
    blank={NEW_BAND}
    words={{ add: t.addBand, row: t.bandNumber, remove: t.removeBand }}
  >
    {(row, change) => (
      <>
        <MoneyInput
          size="xs"
          label={t.from}
          value={row.from}
          onChange={(event) => change({ from: event.currentTarget.value.trim() })}
        />
        <TextInput
          size="xs"
          label={t.keep}
          value={row.keep}
          onChange={(event) => change({ keep: event.currentTarget.value.trim() })}
        />
      </>
    )}
  </RowList>
);
