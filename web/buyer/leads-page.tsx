import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { commonColumns } from '../leads/lead-columns.tsx';
import type { LeadListed } from '../leads/lead-types.ts';
import { loadLeads } from '../leads/load-leads.ts';
import { buyerPortalTexts as t } from '../texts/buyer.ts';
import { Facts } from '../ui/facts.tsx';
import { Money } from '../ui/money.tsx';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import type { TableColumn, TableFilter } from '../ui/table/table-types.ts';
import { ExactTime, useZone } from '../ui/time.tsx';
import { leadHref, leadName, leadShortName } from './bought-lead.ts';

const COLUMNS: readonly TableColumn<LeadListed>[] = [
  commonColumns.received,
  { id: 'lead', label: t.columnLead, cell: ({ id }) => leadShortName(id), extra: true },
  commonColumns.name,
  commonColumns.phone,
  commonColumns.email,
  commonColumns.state,
  commonColumns.price,
];

const FILTERS: readonly TableFilter[] = [
  { kind: 'day', id: 'dateFrom', label: t.from },
  { kind: 'day', id: 'dateTo', label: t.until },
];

/** The leads that the buyer bought. */
export default function LeadsPage() {
  const zone = useZone();
  return (
    <Page title={t.leads} state={t.leadsText}>
      <DataTable
        name="leads"
        csv={false}
        label={t.leads}
        columns={COLUMNS}
        filters={FILTERS}
        load={loadLeads}
        rowId={({ id }) => id}
        rowName={(lead) => leadName(lead, zone)}
        rowHref={({ id }) => leadHref(id)}
        panel={(lead) => <LeadEssentials lead={lead} />}
        empty={{
          title: t.noLeads,
          text: t.noLeadsText,
          action: (
            <Anchor component={Link} to="/buyer/contracts">
              {t.toContracts}
            </Anchor>
          ),
        }}
      />
    </Page>
  );
}

const LeadEssentials = ({ lead }: { readonly lead: LeadListed }) => (
  <Facts
    facts={[
      [commonColumns.received.label, <ExactTime key="time" at={lead.createdAt} />],
      [commonColumns.name.label, commonColumns.name.cell(lead)],
      [commonColumns.phone.label, lead.phone],
      [commonColumns.email.label, lead.email],
      [commonColumns.state.label, lead.state],
      [t.pays, <Money key="price" amount={lead.price} />],
    ]}
  />
);
