import { buyerPortalTexts as t } from '../texts/buyer.ts';
import { exactTime } from '../ui/format.ts';

const blockOf = (leadId: string): string => leadId.slice(0, leadId.indexOf('-'));

/** What a buyer calls a lead, who never hears the organization's number: its time, and the first block of its id. */
export const leadName = (
  { id, createdAt }: { readonly id: string; readonly createdAt: string },
  zone: string,
): string => t.lead(blockOf(id), exactTime(createdAt, zone));

/** The same where the time stands beside it. */
export const leadShortName = (leadId: string): string => t.leadShort(blockOf(leadId));

export const leadHref = (leadId: string): string => `/buyer/leads/${leadId}`;
