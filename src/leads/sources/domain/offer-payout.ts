import { type Cents, formatCents } from '../../../kernel/money.ts';

/** What a campaign says of its pay, and whether its offer keeps a margin of each price instead. */
export interface PayTerms {
  readonly pricingModel: 'fixed' | 'revshare';
  readonly costPerLeadCents: Cents;
  readonly underMargin: boolean;
}

/** How a partner is paid for a lead that is sold; an amount only where it is the same for every lead. */
export interface OfferPayout {
  readonly model: 'fixed' | 'revshare' | 'margin';
  readonly amount: string | null;
}

/** What the partner of a campaign earns by a lead, without a word of what buyers pay. */
export function offerPayout({ pricingModel, costPerLeadCents, underMargin }: PayTerms): OfferPayout {
  if (underMargin) return { model: 'margin', amount: null };
  if (pricingModel === 'revshare') return { model: 'revshare', amount: null };
  return { model: 'fixed', amount: formatCents(costPerLeadCents) };
}
