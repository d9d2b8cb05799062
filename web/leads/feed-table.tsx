import { memo, type MouseEvent, useCallback } from 'react';
import { useGo } from '../frame/use-go.ts';
import { useNames } from '../frame/use-names.ts';
import { feedTexts } from '../texts/feed.ts';
import { leadTexts as t } from '../texts/leads.ts';
import { partnerPortalTexts } from '../texts/partner.ts';
import { exactTime } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { Status } from '../ui/status.tsx';
import table from '../ui/table/table.module.css';
import { useZone } from '../ui/time.tsx';
import type { FedLead } from './feed-buffer.ts';
import css from './feed-table.module.css';

const HEADS = [t.columnLead, t.columnReceived, t.columnStatus, t.columnReason, t.columnState, t.columnCampaign];

interface FeedTableProps {
  readonly leads: readonly FedLead[];
  /** The portal's list of leads, below which each has its page. */
  readonly leadsHref: string;
  /** What of the money is the reader's business: what the buyer pays, or what the partner earns. */
  readonly amount: 'price' | 'payout';
}

const AMOUNT_HEAD = { price: t.columnPrice, payout: partnerPortalTexts.columnEarned } as const;

/**
 * The newest leads. Of what came, only the rows that changed are drawn anew; as many come a second, a row is made of
 * plain elements.
 */
export function FeedTable({ leads, leadsHref, amount }: FeedTableProps) {
  const campaigns = useNames('campaigns');
  const zone = useZone();
  const go = useGo();
  const follow = useCallback(
    (event: MouseEvent<HTMLAnchorElement>) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      go(event.currentTarget.pathname);
    },
    [go],
  );
  return (
    <section className={table.ground} aria-label={feedTexts.title}>
      <table className={`${table.table} ${css.feed}`}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head}>{head}</th>
            ))}
            <th data-numeric>{AMOUNT_HEAD[amount]}</th>
          </tr>
        </thead>
        <tbody>
          {leads.map((lead) => (
            <Row
              key={lead.leadId}
              lead={lead}
              campaign={campaigns.nameOf(lead.campaignId)}
              zone={zone}
              href={`${leadsHref}/${lead.shortId}`}
              amount={amount}
              onFollow={follow}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly lead: FedLead;
  readonly campaign: string;
  readonly zone: string;
  readonly href: string;
  readonly amount: FeedTableProps['amount'];
  readonly onFollow: (event: MouseEvent<HTMLAnchorElement>) => void;
}

const Row = memo(({ lead, campaign, zone, href, amount, onFollow }: RowProps) => (
  <tr>
    <td data-label={t.columnLead}>
      <a href={href} className={css.link} onClick={onFollow}>
        {lead.shortId}
      </a>
    </td>
    <td data-label={t.columnReceived} className="figures">
      {exactTime(lead.receivedAt, zone)}
    </td>
    <td data-label={t.columnStatus}>
      <Status value={lead.isTest ? 'testing' : lead.status} />
    </td>
    <td data-label={t.columnReason}>{lead.reason ?? '–'}</td>
    <td data-label={t.columnState}>{lead.state ?? '–'}</td>
    <td data-label={t.columnCampaign}>{campaign}</td>
    <td data-label={AMOUNT_HEAD[amount]} data-numeric>
      <Money amount={lead[amount]} />
    </td>
  </tr>
));
