import { Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileExport } from '@tabler/icons-react';
import { usePageSearch } from '../frame/page-search.ts';
import { useMay, usePerson } from '../frame/session.tsx';
import { exportTexts as t } from '../texts/exports.ts';
import { AskLeadsExport } from './ask-leads-export.tsx';
import { EXPORT_FILTERS } from './which-leads.ts';

/** The button of a list of leads that asks for a file of what the list is narrowed to. */
export function ExportLeads() {
  const may = useMay();
  const { readOnly } = usePerson();
  const [search] = usePageSearch();
  const [opened, { open, close }] = useDisclosure();
  if (!may('leads:export')) return null;
  const why = readOnly ? t.readOnly : may('approvals:decide') ? undefined : t.mayNotAsk;
  const filters = Object.fromEntries(
    EXPORT_FILTERS.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  );
  return (
    <>
      <Tooltip label={why} disabled={why === undefined}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFileExport size={14} aria-hidden />}
          {...(why === undefined ? { onClick: open } : { 'data-disabled': true, 'aria-disabled': true })}
        >
          {t.export}
        </Button>
      </Tooltip>
      {opened ? <AskLeadsExport filters={filters} onClose={close} /> : null}
    </>
  );
}
