import { Tabs } from '@mantine/core';
import { usePageSearch } from '../frame/page-search.ts';
import { blockedTexts as t } from '../texts/blocked.ts';
import { Page } from '../ui/page.tsx';
import { BlockList } from './block-list.tsx';
import { BLOCKED_IPS, BLOCKED_NUMBERS, BLOCKED_REFERRERS } from './block-list-kinds.ts';

const LISTS = [BLOCKED_IPS, BLOCKED_NUMBERS, BLOCKED_REFERRERS] as const;
const [FIRST] = LISTS;

/** Networks, numbers and pages whose leads are refused. */
export default function BlockedPage() {
  const [search, change] = usePageSearch();
  const shown = LISTS.find(({ name }) => name === search['list']) ?? FIRST;
  // What one list was narrowed by means nothing in another.
  const show = (name: string | null): void => {
    const cleared = Object.fromEntries(Object.keys(search).map((word) => [word, undefined]));
    change({ ...cleared, list: name === FIRST.name || name === null ? undefined : name });
  };
  return (
    <Page title={t.title} state={t.state}>
      <Tabs value={shown.name} onChange={show} keepMounted={false}>
        <Tabs.List aria-label={t.lists} mb="md">
          {LISTS.map(({ name, label }) => (
            <Tabs.Tab key={name} value={name}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {LISTS.map((of) => (
          <Tabs.Panel key={of.name} value={of.name}>
            <BlockList of={of} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
