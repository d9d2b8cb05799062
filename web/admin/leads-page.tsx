import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ExportLeads } from '../exports/export-leads.tsx';
import { useMay, usePerson } from '../frame/session.tsx';
import { useNames } from '../frame/use-names.ts';
import { commonColumns, leadColumn } from '../leads/lead-columns.tsx';
import { LEAD_BULK_ACTS } from '../leads/lead-bulk-acts.ts';
import { useLeadFilters } from '../leads/lead-filters.ts';
import type { LeadListed } from '../leads/lead-types.ts';
import { loadLeads } from '../leads/load-leads.ts';
import { leadFormTexts } from '../texts/lead-forms.ts';
import { leadTexts as t } from '../texts/leads.ts';
import { Facts } from '../ui/facts.tsx';
import { Money } from '../ui/money.tsx';
import { Page } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { ExactTime } from '../ui/time.tsx';

const NO_LEADS = {
  title: t.noLeads,
  text: t.noLeadsText,
  action: (
    <Anchor component={Link} to="/admin/partners/campaigns">
      {t.toCampaigns}
    </Anchor>
  ),
};

/** All leads of the organization. */
export default function LeadsPage() {
  const isGuest = usePerson().guest !== null;
  const may = useMay();
  const campaigns = useNames('campaigns');
  const partners = useNames('partners');
  const columns: TableColumn<LeadListed>[] = [
    leadColumn,
    commonColumns.received,
    commonColumns.status,
    commonColumns.reason,
    commonColumns.name,
    commonColumns.email,
    commonColumns.phone,
    commonColumns.state,
    { id: 'campaign', label: t.columnCampaign, cell: (lead) => campaigns.nameOf(lead.campaignId) },
    { id: 'partner', label: t.columnPartner, cell: (lead) => partners.nameOf(lead.partnerId), extra: true },
    commonColumns.payout,
    commonColumns.price,
  ];
  return (
    <Page
      title={t.leads}
      state={t.newestFirst}
      action={
        may('leads:create') ? (
          <Button component={Link} to="/admin/leads/new">
            {leadFormTexts.newLead}
          </Button>
        ) : null
      }
    >
      <DataTable
        name="leads"
        csv={false}
        label={t.newestFirst}
        columns={columns}
        filters={useLeadFilters()}
        load={loadLeads}
        tools={<ExportLeads />}
        acts={may('leads:act') ? LEAD_BULK_ACTS : []}
        alsoChanges={['buyers']}
        rowId={(lead) => lead.id}
        rowName={(lead) => t.lead(lead.shortId)}
        rowHref={(lead) => `/admin/leads/${lead.shortId}`}
        panel={(lead) => <LeadEssentials lead={lead} campaign={campaigns.nameOf(lead.campaignId)} />}
        empty={isGuest ? { title: t.noLeadsOpen, text: t.noLeadsOpenText } : NO_LEADS}
      />
    </Page>
  );
}

const LeadEssentials = ({ lead, campaign }: { readonly lead: LeadListed; readonly campaign: string }) => (
  <Facts
    facts={[
      [t.columnStatus, <Status key="status" value={lead.status} />],
      [t.columnReason, lead.rejectionReason],
      [t.columnReceived, <ExactTime key="time" at={lead.createdAt} />],
      [t.columnCampaign, campaign],
      [t.columnState, lead.state],
      [t.price, <Money key="price" amount={lead.price} />],
      [t.payout, <Money key="payout" amount={lead.payout} />],
    ]}
  />
);
