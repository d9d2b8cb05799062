import type { AccessTo, Caller, Role } from '../../core/access/index.ts';
import { readDates } from '../../core/gate/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { type Fault, invalid } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import { matchingForm } from './domain/dedup-values.ts';
import { readPhone } from './read-phone.ts';
import type { LeadFilter, LeadStatus } from './store.ts';

type ListQuery = Readonly<
  Partial<
    Record<
      'status' | 'verticalId' | 'partnerId' | 'campaignId' | 'offerId' | 'dateFrom' | 'dateTo' | 'search' | 'isTest',
      string
    >
  >
>;

const STATUSES: Readonly<Record<string, readonly LeadStatus[]>> = {
  pending: ['routing', 'pending'],
  matched: ['matched'],
  sold: ['sold'],
  returned: ['returned'],
  rejected: ['unsold'],
  scrubbed: ['scrubbed'],
};

/**
 * Filters that would look at what the caller may not see: refused, as ignoring them would answer another question. A
 * search is for those with access to personal data: what it finds tells who sent a lead.
 */
const CLOSED: Readonly<Partial<Record<Role, readonly (keyof ListQuery)[]>>> = {
  buyer: ['verticalId', 'partnerId', 'campaignId', 'offerId', 'isTest', 'search'],
  partner: ['search'],
};

/** What a list is narrowed by. */
export interface Narrowed {
  readonly filter: Omit<LeadFilter, 'limit' | 'offset'>;
  /** What a search looks at; undefined where there is none. */
  readonly sought: Sought | undefined;
}

type Sought = 'id' | 'email' | 'phone';

/** The filter that a query asks for. Throws VALIDATION_ERROR with every fault. */
export async function filterOf(vault: Vault, caller: Caller, query: ListQuery): Promise<Narrowed> {
  const ids = (['verticalId', 'partnerId', 'campaignId', 'offerId'] as const).filter(
    (name) => query[name] !== undefined && !isId(query[name]),
  );
  const { from, to } = readDates(query);
  const search = query.search === undefined ? undefined : await readSearch(vault, caller.tenantId, query.search);
  const status = query.status !== undefined && STATUSES[query.status] === undefined;
  const closed = [...(CLOSED[caller.role] ?? []), ...(caller.piiAccess ? [] : (['search'] as const))].filter(
    (name) => query[name] !== undefined,
  );
  const faults: Fault[] = [
    ...[...new Set(closed)].map((field) => ({
      field,
      rule: 'not_available',
      message: 'Is not open to this key. Leave it out.',
    })),
    ...ids.map((field) => ({ field, rule: 'format', message: 'Send a UUID.' })),
    ...(search || query.search === undefined
      ? []
      : [{ field: 'search', rule: 'format', message: 'Send an exact e-mail address, phone number or lead id.' }]),
    ...(status
      ? [{ field: 'status', rule: 'one_of', message: `Send one of ${Object.keys(STATUSES).join(', ')}.` }]
      : []),
  ];
  if (faults.length > 0) throw invalid(faults);
  return {
    sought: search?.sought,
    filter: {
      statuses: query.status === undefined ? undefined : STATUSES[query.status],
      verticalId: query.verticalId,
      partnerId: query.partnerId,
      campaignId: query.campaignId,
      offerId: query.offerId,
      isTest: query.isTest === undefined ? undefined : query.isTest === 'true',
      dateFrom: from,
      dateTo: to,
      ...search?.by,
    },
  };
}

/**
 * Refuses a search by a field that the caller does not see in clear: what it finds would tell the value. Throws
 * VALIDATION_ERROR.
 */
export function requireOpenSearch(sought: Sought | undefined, accessTo: AccessTo): void {
  if (sought === undefined || sought === 'id' || accessTo(sought, 'contact') === 'visible') return;
  const message = 'Looks at a field that you may not see. Search by the id of a lead, or leave it out.';
  throw invalid([{ field: 'search', rule: 'not_available', message }]);
}

interface Search {
  readonly sought: Sought;
  readonly by: Pick<LeadFilter, 'leadId' | 'number' | 'tokens'>;
}

/**
 * A lead's id in either spelling, or an exact e-mail or phone, which are looked up by their blind index: what is sealed
 * cannot be searched by parts. Undefined for anything else.
 */
async function readSearch(vault: Vault, tenantId: string, search: string): Promise<Search | undefined> {
  const number = /^L-(\d{1,15})$/i.exec(search)?.[1];
  if (number !== undefined) return { sought: 'id', by: { number: Number(number) } };
  if (isId(search)) return { sought: 'id', by: { leadId: search } };
  const phone = readPhone(search);
  if (!phone && !search.includes('@')) return undefined;
  const token = await vault.tokens(tenantId);
  const [sought, value] = phone ? (['phone', phone.e164] as const) : (['email', search] as const);
  return { sought, by: { tokens: [token(sought, matchingForm(value))] } };
}
