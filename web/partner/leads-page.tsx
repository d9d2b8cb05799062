import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useNames } from '../frame/use-names.ts';
import { commonColumns, leadColumn } from '../leads/lead-columns.tsx';
import { useOwnLeadFilters } from '../leads/lead-filters.ts';
import type { LeadListed } from '../leads/lead-types.ts';
import { loadLeads } from '../leads/load-leads.ts';
import { leadTexts } from '../texts/leads.ts';
import { partnerPortalTexts as t } from '../texts/partner.ts';
import { Facts } from '../ui/facts.tsx';
import { Money } from '../ui/money.tsx';
import { Page } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { ExactTime } from '../ui/time.tsx';
import { leadHref } from './own-lead.ts';

/** The leads that the partner posted, and what came of them. */
export default function LeadsPage() {
  const campaigns = useNames('campaigns');
  const columns: TableColumn<LeadListed>[] = [
    leadColumn,
    commonColumns.received,
    commonColumns.status,
    commonColumns.reason,
    commonColumns.name,
    commonColumns.email,
    commonColumns.phone,
    commonColumns.state,
    { id: 'campaign', label: t.campaign, cell: ({ campaignId }) => campaigns.nameOf(campaignId) },
    { ...commonColumns.payout, label: t.columnEarned },
  ];
  return (
    <Page title={t.leads} state={t.leadsText}>
      <DataTable
        name="leads"
        csv={false}
        label={t.leads}
        columns={columns}
        filters={useOwnLeadFilters()}
        load={loadLeads}
        rowId={({ id }) => id}
        rowName={({ shortId }) => leadTexts.lead(shortId)}
        rowHref={({ shortId }) => leadHref(shortId)}
        panel={(lead) => <LeadEssentials lead={lead} campaign={campaigns.nameOf(lead.campaignId)} />}
        empty={{
          title: t.noLeads,
          text: t.noLeadsText,
          action: (
            <Anchor component={Link} to="/partner/campaigns">
              {t.toCampaigns}
            </Anchor>
          ),
        }}
      />
    </Page>
  );
}

const LeadEssentials = ({ lead, campaign }: { readonly lead: LeadListed; readonly campaign: string }) => (
  <Facts
    facts={[
      [t.status, <Status key="status" value={lead.status} />],
      [t.reason, lead.rejectionReason],
      [commonColumns.received.label, <ExactTime key="time" at={lead.createdAt} />],
      [t.campaign, campaign],
      [t.earned, <Money key="payout" amount={lead.payout} />],
    ]}
  />
);
