import { Button, Kbd } from '@mantine/core';
import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconArrowRight, IconSearch } from '@tabler/icons-react';
import { hrefOf, isPlain, jobsFor, type Portal } from './portal.ts';
import { useMay } from './session.tsx';
import { useState } from 'react';
import { useGo } from './use-go.ts';
import { frameTexts as t } from '../texts/frame.ts';

/** The button that says that there is a palette. */
export const PaletteButton = () => (
  <Button
    variant="default"
    size="xs"
    leftSection={<IconSearch size={14} aria-hidden />}
    rightSection={<Kbd size="xs">{t.searchHint}</Kbd>}
    onClick={() => spotlight.open()}
    visibleFrom="xs"
  >
    {t.search}
  </Button>
);

const LEAD_ID = /^L-\d{1,12}$/i;

/** Ctrl-K: pages by name, a lead by its id. People are sought on their own page, so that nobody's name stays here. */
export function CommandPalette({ portal }: { readonly portal: Portal }) {
  const [query, setQuery] = useState('');
  const go = useGo();
  const may = useMay();
  const jobs = jobsFor(portal, may);
  const pages: SpotlightActionData[] = jobs.flatMap(
    (job) =>
      job.pages.filter(isPlain).map((page) => ({
        id: hrefOf(portal, page),
        label: page.title,
        description: job.label === page.title ? undefined : job.label,
        keywords: page.keywords,
        leftSection: <job.icon size={18} stroke={1.6} aria-hidden />,
        onClick: () => go(hrefOf(portal, page)),
      })) as SpotlightActionData[],
  );
  const sought = query.trim();
  const hasLeads = jobs.some((job) => job.pages.some((page) => page.path === 'leads/$leadId'));
  const lead: SpotlightActionData[] =
    hasLeads && LEAD_ID.test(sought)
      ? [
          {
            id: 'lead',
            label: t.openLead(sought.toUpperCase()),
            keywords: sought,
            leftSection: <IconArrowRight size={18} aria-hidden />,
            onClick: () => go(`${portal.base}/leads/${sought.toUpperCase()}`),
          },
        ]
      : [];
  return (
    <Spotlight
      actions={[...lead, ...pages]}
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      nothingFound={t.nothingFound}
      searchProps={{ placeholder: t.searchLabel, 'aria-label': t.searchLabel }}
      limit={8}
      highlightQuery
      transitionProps={{ duration: 0 }}
      centered={false}
      yOffset="12vh"
    />
  );
}
