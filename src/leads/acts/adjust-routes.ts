import { centsOf, defineRoute, type Route } from '../../core/gate/index.ts';
import { formatCents } from '../../kernel/money.ts';
import { leadParams } from '../intake/index.ts';
import type { ActRouteDeps } from './create-acts.ts';
import { adjustBody, adjustedAnswer } from './wire.ts';

/** The price of one sale, after the fact. */
export const adjustRoute = ({ acts }: ActRouteDeps): Route =>
  defineRoute({
    id: 'adjust_lead_payout',
    method: 'POST',
    path: '/api/v1/leads/:leadId/adjust-payout',
    tag: 'leads',
    summary: 'Change the price of one sale after the fact: the difference is booked, and the payout follows a share.',
    permission: 'leads:act',
    audit: { action: 'lead.adjust', entity: 'lead' },
    params: leadParams,
    body: adjustBody,
    response: adjustedAnswer,
    async handleAlone({ caller, origin, params: { leadId }, body }) {
      const { saleId, newPrice, reason: note, expectedCurrentAmount: expected } = body;
      const priceCents = centsOf(newPrice);
      const expectedCents = expected === undefined ? undefined : centsOf(expected);
      const done = await acts.adjust({ caller, origin, leadId, saleId, priceCents, expectedCents, note });
      const { before, after, buyerTransactionId, partnerTransactionId, isOverLimit } = done;
      const data = {
        saleId: done.saleId,
        price: formatCents(after.priceCents),
        payout: formatCents(after.payoutCents),
        delta: formatCents(after.priceCents - before.priceCents),
        buyerTransactionId,
        partnerTransactionId,
        creditStatus: isOverLimit ? 'overdraft' : 'normal',
      } as const;
      return { answer: { data }, audited: true };
    },
  });
