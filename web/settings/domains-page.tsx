import { TextInput } from '@mantine/core';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { furnitureTexts } from '../texts/furniture.ts';
import { settingsTexts as t } from '../texts/settings.ts';
import { needed } from '../ui/form/rules.ts';
import { Status } from '../ui/status.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { Collection } from './collection.ts';
import { CollectionPage } from './collection-page.tsx';

type Domain = Ok<'/api/v1/settings/domains', 'get'>['data'][number];
type DomainValues = { readonly domain: string };

const yesNo = (is: boolean): string => (is ? furnitureTexts.yes : furnitureTexts.no);

const DOMAINS: Collection<Domain, DomainValues> = {
  name: 'domains',
  title: t.domains,
  state: t.domainsState,
  one: t.domainOne,
  columns: [
    { id: 'domain', label: t.domainName, cell: ({ domain }) => domain },
    { id: 'status', label: t.status, cell: ({ status }) => <Status value={status} /> },
    { id: 'default', label: t.isDefault, cell: ({ isDefault }) => yesNo(isDefault) },
    { id: 'encrypted', label: t.encrypted, cell: ({ sslInstalled }) => yesNo(sslInstalled) },
  ],
  empty: { title: t.noDomains, text: t.noDomainsText },
  load: async (wish) =>
    offsetPage(await answerOf(api.GET('/api/v1/settings/domains', { params: { query: offsetQuery(wish) } }))),
  nameOf: ({ domain }) => domain,
  blank: { domain: '' },
  valuesOf: ({ domain }) => ({ domain }),
  rules: { domain: needed },
  fields: (form) => (
    <TextInput label={t.domainName} description={t.domainHint} maxLength={254} {...form.getInputProps('domain')} />
  ),
  make: ({ domain }) => answerOf(api.POST('/api/v1/settings/domains', { body: { domain: domain.trim() } })),
  remove: (domainId) => answerOf(api.DELETE('/api/v1/settings/domains/{domainId}', { params: { path: { domainId } } })),
  removeEffect: t.domainRemove,
};

/** Host names of the organization's own. */
export default function DomainsPage() {
  return <CollectionPage of={DOMAINS} />;
}
