import { answerOf, api } from '../frame/api.ts';
import type { Collection } from '../settings/collection.ts';
import { CollectionPage } from '../settings/collection-page.tsx';
import { checkTexts as t } from '../texts/checks.ts';
import { needed } from '../ui/form/rules.ts';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import { TryVendor } from './try-vendor.tsx';
import { VendorFields } from './vendor-fields.tsx';
import {
  type Vendor,
  vendorBody,
  VENDOR_BLANK,
  VENDOR_RULES,
  type VendorValues,
  vendorValues,
  VENDOR_WORDS,
} from './vendor-values.ts';

const path = (checkVendorId: string) => ({ params: { path: { checkVendorId } } });

const VENDORS: Collection<Vendor, VendorValues> = {
  name: 'check-vendors',
  title: t.vendors,
  state: t.vendorsState,
  one: t.one,
  permission: 'checks:write',
  columns: [
    { id: 'name', label: t.name, sort: 'name', cell: ({ name }) => name },
    { id: 'kind', label: t.kind, cell: ({ kind }) => t.kinds[kind] },
    { id: 'baa', label: t.baa, cell: ({ baaState }) => t.baaStates[baaState] },
    { id: 'sends', label: t.sends, cell: ({ sends }) => t.sendsOf[sends] },
    { id: 'cacheDays', label: t.cacheDays, cell: ({ cacheDays }) => cacheDays, numeric: true },
  ],
  empty: { title: t.none, text: t.noneText },
  load: async (wish) =>
    offsetPage(await answerOf(api.GET('/api/v1/check-vendors', { params: { query: offsetQuery(wish) } }))),
  nameOf: ({ name }) => name,
  blank: VENDOR_BLANK,
  valuesOf: vendorValues,
  rules: { name: needed, url: needed, ...VENDOR_RULES },
  words: VENDOR_WORDS,
  fields: (form, row) => <VendorFields form={form} isNew={row === undefined} />,
  beside: (row) => <TryVendor vendor={row} />,
  make: ({ kind, ...values }) => answerOf(api.POST('/api/v1/check-vendors', { body: { ...vendorBody(values), kind } })),
  change: (id, { kind: _kind, ...values }) =>
    answerOf(api.PATCH('/api/v1/check-vendors/{checkVendorId}', { ...path(id), body: vendorBody(values) })),
  remove: (id) => answerOf(api.DELETE('/api/v1/check-vendors/{checkVendorId}', path(id))),
  removeEffect: t.removeEffect,
};

/** Outside services that are asked about a contact before its lead is routed. */
export default function VendorsPage() {
  return <CollectionPage of={VENDORS} />;
}
