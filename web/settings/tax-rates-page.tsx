import { TextInput } from '@mantine/core';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { settingsTexts as t } from '../texts/settings.ts';
import { needed } from '../ui/form/rules.ts';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { Collection } from './collection.ts';
import { CollectionPage } from './collection-page.tsx';

type TaxRate = Ok<'/api/v1/settings/tax-rates', 'get'>['data'][number];
type TaxRateValues = { readonly name: string; readonly code: string; readonly percentage: string };

const PERCENTAGE = /^(?:100(?:\.0{1,4})?|\d{1,2}(?:\.\d{1,4})?)$/;

const bodyOf = ({ name, code, percentage }: TaxRateValues) => ({
  name: name.trim(),
  code: code.trim(),
  percentage: percentage.trim(),
});
const path = (taxRateId: string) => ({ params: { path: { taxRateId } } });

const TAX_RATES: Collection<TaxRate, TaxRateValues> = {
  name: 'tax-rates',
  title: t.taxRates,
  state: t.taxState,
  one: t.taxRate,
  columns: [
    { id: 'name', label: t.name, sort: 'name', cell: ({ name }) => name },
    { id: 'code', label: t.code, sort: 'code', cell: ({ code }) => code },
    {
      id: 'percentage',
      label: t.percentage,
      sort: 'percentage',
      cell: ({ percentage }) => `${percentage} %`,
      numeric: true,
    },
  ],
  empty: { title: t.noTaxes, text: t.noTaxesText },
  load: async (wish) =>
    offsetPage(await answerOf(api.GET('/api/v1/settings/tax-rates', { params: { query: offsetQuery(wish) } }))),
  nameOf: ({ name }) => name,
  blank: { name: '', code: '', percentage: '' },
  valuesOf: ({ name, code, percentage }) => ({ name, code, percentage }),
  rules: {
    name: needed,
    code: needed,
    percentage: (value) => (PERCENTAGE.test(value.trim()) ? null : t.percentageFault),
  },
  fields: (form) => (
    <>
      <TextInput label={t.name} maxLength={255} {...form.getInputProps('name')} />
      <TextInput label={t.code} maxLength={50} {...form.getInputProps('code')} />
      <TextInput
        label={t.percentage}
        description={t.percentageHint}
        inputMode="decimal"
        className="figures"
        {...form.getInputProps('percentage')}
      />
    </>
  ),
  make: (values) => answerOf(api.POST('/api/v1/settings/tax-rates', { body: bodyOf(values) })),
  change: (id, values) =>
    answerOf(api.PUT('/api/v1/settings/tax-rates/{taxRateId}', { ...path(id), body: bodyOf(values) })),
  remove: (id) => answerOf(api.DELETE('/api/v1/settings/tax-rates/{taxRateId}', path(id))),
  removeEffect: t.taxRemove,
};

/** Tax rates. */
export default function TaxRatesPage() {
  return <CollectionPage of={TAX_RATES} />;
}
