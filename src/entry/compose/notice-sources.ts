import { findDecidableApprovals, findUnusedApprovals } from '../../core/access/index.ts';
import type { Notice, NoticeSource } from '../../core/notices/index.ts';
import { type DecidedRequest, requestsDecided, requestsWaiting } from '../../leads/enrolment/index.ts';
import { type ExportRow, exportsNotable } from '../../leads/intake/index.ts';
import { buyersFailing, salesHeld } from '../../leads/sales/index.ts';

const DAY_MS = 24 * 3_600_000;
/** So many deliveries in a row that failed are no accident. */
const FAILED_IN_A_ROW = 5;
/** How long a partner is told what became of a request. */
const DECISIONS_DAYS = 7;
const dayBefore = (now: Date): Date => new Date(now.getTime() - DAY_MS);

/** What the rooms know of that awaits people. */
export const NOTICE_SOURCES: readonly NoticeSource[] = [
  {
    permission: 'approvals:decide',
    changes: true,
    async find(tx, { caller, now }) {
      const rows = await findDecidableApprovals(tx, caller.actorId, now);
      return rows.map(({ id, requestedAt, expiresAt }) =>
        noticeOf('approval_waiting', { subjectId: id, at: requestedAt, until: expiresAt }),
      );
    },
  },
  {
    permission: 'leads:export',
    changes: true,
    async find(tx, { caller, now }) {
      const rows = await findUnusedApprovals(tx, caller.actorId, now);
      const exports = rows.filter(({ action }) => action === 'bulk_export');
      return exports.map(({ id, requestedAt, decidedAt, expiresAt }) =>
        noticeOf('approval_granted', { subjectId: id, at: decidedAt ?? requestedAt, until: expiresAt }),
      );
    },
  },
  {
    permission: 'leads:export',
    changes: false,
    async find(tx, { caller, now }) {
      const rows = await exportsNotable(tx, caller.actorId, { now, since: dayBefore(now) });
      return rows.map(ofExport);
    },
  },
  {
    permission: 'sales:resolve',
    changes: true,
    async find(tx) {
      const { count, since, leadId } = await salesHeld(tx);
      return since === null ? [] : [noticeOf('sales_uncertain', { subjectId: leadId, count, at: since })];
    },
  },
  {
    permission: 'campaigns:write',
    changes: true,
    async find(tx) {
      const { count, newestAt } = await requestsWaiting(tx);
      return newestAt === null ? [] : [noticeOf('offers_asked', { subjectId: null, count, at: newestAt })];
    },
  },
  {
    permission: 'partner:self',
    changes: false,
    async find(tx, { caller: { partnerId }, now }) {
      const since = new Date(now.getTime() - DECISIONS_DAYS * DAY_MS);
      return partnerId === undefined ? [] : (await requestsDecided(tx, partnerId, since)).map(ofDecision);
    },
  },
  {
    permission: 'deliveries:own',
    changes: false,
    async find(tx, { now }) {
      const rows = await buyersFailing(tx, { since: dayBefore(now), atLeast: FAILED_IN_A_ROW });
      return rows.map(({ buyerId, at }) =>
        noticeOf('deliveries_failing', { subjectId: buyerId, count: FAILED_IN_A_ROW, at }),
      );
    },
  },
];

const noticeOf = (kind: string, notice: Pick<Notice, 'subjectId' | 'at'> & Partial<Notice>): Notice => ({
  count: 1,
  until: null,
  ...notice,
  kind,
});

/** An approval leads to its campaign, a refusal to the offer, where the reason stands. */
const ofDecision = ({ status, offerId, campaignId, decidedAt }: DecidedRequest): Notice =>
  status === 'approved'
    ? noticeOf('offer_approved', { subjectId: campaignId, at: decidedAt })
    : noticeOf('offer_declined', { subjectId: offerId, at: decidedAt });

const ofExport = ({ id, status, rowsDone, createdAt, finishedAt, expiresAt }: ExportRow): Notice => {
  const notice = { subjectId: id, count: rowsDone, at: finishedAt ?? createdAt };
  return status === 'done'
    ? noticeOf('export_ready', { ...notice, until: expiresAt })
    : noticeOf('export_ended', notice);
};
