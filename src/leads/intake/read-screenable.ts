import { type Contact, contactTokens } from '../../core/consent/index.ts';
import type { Sender } from '../screening/index.ts';
import type { ReadLead } from './domain/read-lead.ts';
import type { CampaignRules } from './load-snapshot.ts';

/** What of a lead is looked up in lists before it is anything. */
export interface Screenable {
  /** Under which suppression lists may name the person; none where there is no list. */
  readonly contactTokens: readonly Buffer[];
  readonly sender: Sender;
}

type MakeToken = (field: string, value: string) => Buffer;

/** Tokens of every e-mail address and phone number of a lead, and what tells where it came from. */
export function whatIsScreened(lead: ReadLead, campaign: CampaignRules, token: MakeToken): Screenable {
  const contacts = contactsOf(lead, campaign);
  return {
    contactTokens: contacts.flatMap((contact) => contactTokens(token, contact, campaign.suppressionForms)),
    sender: senderOf(lead, contacts, token),
  };
}

/** Also those in fields of its vertical or campaign. */
const contactsOf = ({ fields }: ReadLead, { definitions }: CampaignRules): Contact[] =>
  definitions.flatMap(({ name, type }) => {
    const value = fields[name];
    return (type === 'email' || type === 'phone') && typeof value === 'string' ? [{ type, value }] : [];
  });

/** Fields in which senders say from which page a person came. */
const REFERRERS = ['sourceUrl', 'referrer', 'referrerUrl', 'referer'] as const;

function senderOf({ fields, extra }: ReadLead, contacts: readonly Contact[], token: MakeToken): Sender {
  const { ipAddress } = fields;
  return {
    ipAddress: typeof ipAddress === 'string' ? ipAddress : undefined,
    phoneTokens: contacts.filter(({ type }) => type === 'phone').map(({ value }) => token('phone', value)),
    referrers: REFERRERS.map((name) => fields[name] ?? extra[name]).filter((value) => typeof value === 'string'),
  };
}
