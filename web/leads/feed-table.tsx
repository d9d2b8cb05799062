import { Anchor, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useNames } from '../frame/use-names.ts';
import { feedTexts } from '../texts/feed.ts';
import { leadTexts as t } from '../texts/leads.ts';
import { exactTime } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { Status } from '../ui/status.tsx';
import css from '../ui/table/table.module.css';
import { useZone } from '../ui/time.tsx';
import type { FedLead } from './feed-buffer.ts';

const HEADS = [t.columnLead, t.columnReceived, t.columnStatus, t.columnReason, t.columnState, t.columnCampaign];

interface FeedTableProps {
  readonly leads: readonly FedLead[];
  readonly leadHref: (shortId: string) => string;
}

/** The newest leads; of what came, only the rows that changed are drawn anew. */
export function FeedTable({ leads, leadHref }: FeedTableProps) {
  const campaigns = useNames('campaigns');
  const zone = useZone();
  return (
    <div className={css.ground}>
      <Table.ScrollContainer minWidth={0} tabIndex={0} role="region" aria-label={feedTexts.title}>
        <Table className={css.table} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              {HEADS.map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
              <Table.Th data-numeric>{t.columnPrice}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {leads.map((lead) => (
              <Row
                key={lead.leadId}
                lead={lead}
                campaign={campaigns.nameOf(lead.campaignId)}
                zone={zone}
                href={leadHref(lead.shortId)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}

interface RowProps {
  readonly lead: FedLead;
  readonly campaign: string;
  readonly zone: string;
  readonly href: string;
}

const Row = memo(({ lead, campaign, zone, href }: RowProps) => (
  <Table.Tr>
    <Table.Td data-label={t.columnLead}>
      <Anchor component={Link} to={href} fz="sm" preload={false}>
        {lead.shortId}
      </Anchor>
    </Table.Td>
    <Table.Td data-label={t.columnReceived} className="figures">
      {exactTime(lead.receivedAt, zone)}
    </Table.Td>
    <Table.Td data-label={t.columnStatus}>
      <Status value={lead.isTest ? 'testing' : lead.status} />
    </Table.Td>
    <Table.Td data-label={t.columnReason}>{lead.reason ?? '–'}</Table.Td>
    <Table.Td data-label={t.columnState}>{lead.state ?? '–'}</Table.Td>
    <Table.Td data-label={t.columnCampaign}>{campaign}</Table.Td>
    <Table.Td data-label={t.columnPrice} data-numeric>
      <Money amount={lead.price} />
    </Table.Td>
  </Table.Tr>
));
