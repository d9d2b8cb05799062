import { buyerPortalTexts as t } from '../texts/buyer.ts';
import { exactTime } from '../ui/format.ts';

/** The block that differs most between two leads: the first ones are a time. */
const blockOf = (leadId: string): string => leadId.slice(leadId.lastIndexOf('-') + 1);

/** What a buyer calls a lead, who never hears the organization's number: its time, and the last block of its id. */
export const leadName = (
  { id, createdAt }: { readonly id: string; readonly createdAt: string },
  zone: string,
): string => t.lead(blockOf(id), exactTime(createdAt, zone));

/** The same where the time stands beside it. */
export const leadShortName = (leadId: string): string => t.leadShort(blockOf(leadId));

export const leadHref = (leadId: string): string => `/buyer/leads/${leadId}`;
