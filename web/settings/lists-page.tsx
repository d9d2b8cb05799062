import { Textarea, TextInput } from '@mantine/core';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { settingsTexts as t } from '../texts/settings.ts';
import { needed } from '../ui/form/rules.ts';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import { type Collection, linesOf } from './collection.ts';
import { CollectionPage } from './collection-page.tsx';

type List = Ok<'/api/v1/settings/lists', 'get'>['data'][number];
type ListValues = { readonly name: string; readonly listType: string; readonly items: string };

const bodyOf = ({ name, listType, items }: ListValues) => ({
  name: name.trim(),
  listType: listType.trim(),
  items: linesOf(items),
});
const path = (systemListId: string) => ({ params: { path: { systemListId } } });

const LISTS: Collection<List, ListValues> = {
  name: 'lists',
  title: t.lists,
  state: t.listsState,
  one: t.list,
  columns: [
    { id: 'name', label: t.name, sort: 'name', cell: ({ name }) => name },
    { id: 'type', label: t.listType, sort: 'listType', cell: ({ listType }) => listType },
    { id: 'items', label: t.items, cell: ({ items }) => t.itemCount(items.length) },
  ],
  empty: { title: t.noLists, text: t.noListsText },
  load: async (wish) =>
    offsetPage(await answerOf(api.GET('/api/v1/settings/lists', { params: { query: offsetQuery(wish) } }))),
  nameOf: ({ name }) => name,
  blank: { name: '', listType: '', items: '' },
  valuesOf: ({ name, listType, items }) => ({ name, listType, items: items.join('\n') }),
  rules: { name: needed, listType: needed },
  fields: (form) => (
    <>
      <TextInput label={t.name} maxLength={255} {...form.getInputProps('name')} />
      <TextInput label={t.listType} description={t.listTypeHint} maxLength={100} {...form.getInputProps('listType')} />
      <Textarea label={t.items} description={t.itemsHint} autosize minRows={4} {...form.getInputProps('items')} />
    </>
  ),
  make: (values) => answerOf(api.POST('/api/v1/settings/lists', { body: bodyOf(values) })),
  change: (id, values) =>
    answerOf(api.PUT('/api/v1/settings/lists/{systemListId}', { ...path(id), body: bodyOf(values) })),
  remove: (id) => answerOf(api.DELETE('/api/v1/settings/lists/{systemListId}', path(id))),
  removeEffect: t.listRemove,
};

/** Lists of words to choose from. */
export default function ListsPage() {
  return <CollectionPage of={LISTS} />;
}
