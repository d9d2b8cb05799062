import type { Ok } from '../frame/ok.ts';
import { NOTICE_WORDS } from '../texts/notices.ts';

export type Notice = Ok<'/api/v1/notices', 'get'>['data'][number];
type Kind = keyof typeof NOTICE_WORDS;

/** What tells one notice from another, and from the same thing at a later time. */
export const keyOf = ({ kind, subjectId, at }: Notice): string => [kind, subjectId ?? '', at].join(' ');

const isKnown = (kind: string): kind is Kind => Object.hasOwn(NOTICE_WORDS, kind);

/** What a notice says; undefined for one that this page does not know. */
export function wordsOf({ kind, count }: Notice): { readonly title: string; readonly step: string } | undefined {
  if (!isKnown(kind)) return undefined;
  const { title, step } = NOTICE_WORDS[kind];
  return { title: title(count), step };
}

/** A page, and what of it. */
interface Place {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}

const EXPORTS: Place = { to: '/admin/leads/exports' };
const deliveries = (search: Place['search'] = {}): Place => ({ to: '/admin/buyers/deliveries', search });

/** Where those of a partner are taken. */
const PARTNER = {
  offer_approved: (campaignId: string | null): Place => ({ to: `/partner/campaigns/${campaignId ?? ''}` }),
  offer_declined: (offerId: string | null): Place => ({ to: `/partner/offers/${offerId ?? ''}` }),
} as const;

/** Where the steps of notices are taken by who runs the organization. */
const ADMIN: Readonly<Record<Exclude<Kind, keyof typeof PARTNER>, (subjectId: string | null) => Place>> = {
  export_ready: () => EXPORTS,
  export_ended: () => EXPORTS,
  approval_granted: () => EXPORTS,
  approval_waiting: (id) => ({ to: '/admin/compliance/approvals', search: id === null ? {} : { open: id } }),
  sales_uncertain: (leadId) =>
    leadId === null ? deliveries({ outcome: 'uncertain' }) : { to: `/admin/leads/${leadId}` },
  offers_asked: () => ({ to: '/admin/offers/requests', search: { status: 'pending' } }),
  deliveries_failing: (buyerId) => deliveries(buyerId === null ? {} : { buyerId }),
};

const BUYER = { deliveries_failing: (): Place => ({ to: '/buyer/deliveries' }) } as const;

type Places = Readonly<Partial<Record<string, (subjectId: string | null) => Place>>>;
const PORTALS: Readonly<Partial<Record<string, Places>>> = { '/admin': ADMIN, '/partner': PARTNER, '/buyer': BUYER };

/** The place of a notice; undefined where the portal has none. */
export const placeOf = (base: string, { kind, subjectId }: Notice): Place | undefined =>
  PORTALS[base]?.[kind]?.(subjectId);
