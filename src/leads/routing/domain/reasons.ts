import { unreachable } from '../../../kernel/result.ts';

export type FilterKind = 'geography' | 'demographics' | 'custom';

/** Caps a contract or a buyer may reach; reservation names them likewise. */
export type CapName =
  | 'daily pace'
  | 'daily leads'
  | 'weekly leads'
  | 'monthly leads'
  | 'daily spend'
  | 'weekly spend'
  | 'monthly spend'
  | 'concurrent leads';

/** Why one contract does not get a lead, in the order in which it is asked. A closed set; stored with the decision. */
export type RefusalCode =
  | 'contract_inactive'
  | 'other_vertical'
  | 'exclusive_only'
  | 'buyer_inactive'
  | 'agreement_missing'
  | 'pack_empty'
  | 'over_credit'
  | 'outside_schedule'
  | 'field_missing'
  | 'geo_mismatch'
  | 'place_unknown'
  | 'demographic_mismatch'
  | 'custom_mismatch'
  | 'consent_not_given'
  | 'consent_not_named'
  | 'cap_reached'
  | 'buyer_cap_reached'
  | 'duplicate'
  | 'had_before'
  | 'suppressed'
  | AuctionRefusal;

/** What an auction has against a contract: nobody was asked, there was no bid to take, or no quote. */
export const AUCTION_REFUSALS = ['not_quoted', 'no_bid', 'bid_not_taken', 'margin_too_small'] as const;
export type AuctionRefusal = (typeof AUCTION_REFUSALS)[number];

/**
 * What may be said of a refusal: names of fields and caps, the contract's own bounds. An exclusion tells the value that
 * it excludes, so a detail is as personal as the fields that it names.
 */
export interface ReasonDetail {
  readonly filter?: FilterKind;
  readonly field?: string;
  /** Where it is about more than one. */
  readonly fields?: readonly string[];
  readonly bound?: string;
  readonly cap?: CapName;
}

/** Why no contract at all may have a lead. */
export type UnsoldReason = 'offer_inactive' | 'no_matching_contracts' | 'duplicate_lead' | 'cap_exceeded';

/** Why a lead is refused, by routing or before it. */
export type RejectionCode =
  UnsoldReason | 'campaign_inactive' | 'invalid_field' | 'consent_required' | 'missing_trusted_form';

/** The sentence people read in the waterfall; with no detail, for those who may not know it, it names no field. */
export function reasonSentence(code: RefusalCode, detail: ReasonDetail = {}): string {
  const { field, bound } = detail;
  const asked = bound === undefined ? '' : `: ${bound}`;
  switch (code) {
    case 'contract_inactive':
      return 'The contract is not active.';
    case 'other_vertical':
      return 'The contract is for another vertical.';
    case 'exclusive_only':
      return 'The contract buys leads only for itself, and the offer sells them more than once.';
    case 'buyer_inactive':
      return 'The buyer is not active.';
    case 'agreement_missing':
      return 'No business associate agreement with the buyer is in force.';
    case 'pack_empty':
      return 'The leads that the buyer has bought in advance are used up.';
    case 'over_credit':
      return 'The buyer has reached its credit limit.';
    case 'outside_schedule':
      return 'The contract is outside its hours.';
    case 'field_missing':
      return field === undefined
        ? 'A filter of the contract needs a field that the lead does not have.'
        : `The ${detail.filter ?? 'contract'} filter needs the field ${field}, which the lead does not have.`;
    case 'geo_mismatch':
      return `The lead's ${field ?? 'place'} is not what the contract buys${asked}.`;
    case 'place_unknown':
      return `Where the lead's ZIP code lies is not known, and the contract buys by distance${asked}.`;
    case 'demographic_mismatch':
      return `By ${field ?? 'age or gender'}, the person is not whom the contract buys${asked}.`;
    case 'custom_mismatch':
      return `${field === undefined ? 'A field' : `The field ${field}`} is not what the contract asks for${asked}.`;
    case 'consent_not_given':
      return 'The consent does not cover this buyer.';
    case 'consent_not_named':
      return 'The contract needs a consent that names this buyer.';
    case 'cap_reached':
      return capSentence(detail);
    case 'buyer_cap_reached':
      return capSentence(detail, 'The buyer', ' over all its contracts');
    case 'had_before':
      return 'The offer does not send a person to the same buyer again.';
    case 'duplicate':
      return 'The buyer has had this person within its window.';
    case 'suppressed':
      return 'The person is on a suppression list that covers this buyer.';
    default:
      return AUCTION_SENTENCES[code];
  }
}

const AUCTION_SENTENCES: Readonly<Record<AuctionRefusal, string>> = {
  not_quoted: 'The contract is not in the quote that the lead was posted to.',
  no_bid: 'The buyer did not bid.',
  bid_not_taken: 'The bid of the buyer could not be taken; the ping log says why.',
  margin_too_small: 'The price leaves less than the least margin of the offer.',
};

function capSentence({ cap }: ReasonDetail, who = 'The contract', over = ''): string {
  if (cap === 'concurrent leads') return `${who} has as many leads at once as it takes.`;
  if (cap === 'daily pace') return `${who} has had what its pace allows until now.`;
  return `${who} has reached its cap${cap === undefined ? '' : ` on ${cap}`}${over}.`;
}

/** The rejection text of the wire contract. `field` is a field's name, for `invalid_field`. */
export function rejectionText(code: RejectionCode, field = 'body'): string {
  switch (code) {
    case 'no_matching_contracts':
      return 'No matching contracts';
    case 'duplicate_lead':
      return 'Duplicate lead';
    case 'cap_exceeded':
      return 'Cap exceeded';
    case 'invalid_field':
      return `Invalid field: ${field}`;
    case 'offer_inactive':
    case 'campaign_inactive':
      return 'Campaign inactive';
    case 'consent_required':
      return 'TCPA consent required';
    case 'missing_trusted_form':
      return 'Missing TrustedForm certificate';
    default:
      return unreachable(code);
  }
}
