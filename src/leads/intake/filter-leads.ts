import type { AccessTo, Caller, Role } from '../../core/access/index.ts';
import { readDates } from '../../core/gate/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { type Fault, invalid } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import { matchingForm } from './domain/dedup-values.ts';
import { readPhone } from '../../core/consent/index.ts';
import type { LeadFilter } from './lead-list-store.ts';
import { LEAD_STATUSES, type LeadStatus } from './store.ts';

const IDS = ['verticalId', 'partnerId', 'campaignId', 'offerId', 'buyerId', 'contractId', 'sessionId'] as const;

type ListQuery = Readonly<
  Partial<Record<(typeof IDS)[number] | 'status' | 'isSold' | 'dateFrom' | 'dateTo' | 'search' | 'isTest', string>>
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
  buyer: [...IDS, 'isTest', 'search'],
  partner: ['buyerId', 'contractId', 'search'],
};

/** What a list is narrowed by. */
export interface Narrowed {
  readonly filter: LeadFilter;
  /** What a search looks at; undefined where there is none. */
  readonly sought: Sought | undefined;
}

type Sought = 'id' | 'email' | 'phone';

/** The filter that a query asks for. Throws VALIDATION_ERROR with every fault. */
export async function filterOf(vault: Vault, caller: Caller, query: ListQuery): Promise<Narrowed> {
  const ids = IDS.filter((name) => query[name] !== undefined && !isId(query[name]));
  const { from, to } = readDates(query);
  const search = query.search === undefined ? undefined : await readSearch(vault, caller.tenantId, query.search);
  const status = query.status !== undefined && !Object.hasOwn(STATUSES, query.status);
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
      ...Object.fromEntries(IDS.map((name) => [name, query[name]])),
      ...(query.partnerId === undefined ? { partnerId: caller.partnerId } : {}),
      statuses: statusesOf(query),
      isTest: query.isTest === undefined ? undefined : query.isTest === 'true',
      dateFrom: from,
      dateTo: to,
      ...search?.by,
    },
  };
}

/** The statuses that are asked for; undefined for all. */
function statusesOf({ status, isSold }: ListQuery): readonly LeadStatus[] | undefined {
  if (status === undefined && isSold === undefined) return undefined;
  const asked = status === undefined ? LEAD_STATUSES : (STATUSES[status] ?? []);
  return isSold === undefined ? asked : asked.filter((one) => (one === 'sold') === (isSold === 'true'));
}

/** The names that a body gives what is sought. */
const NAMES = { email: 'email', phone: 'phone', leadId: 'id' } as const;
type FindBody = Readonly<Partial<Record<keyof typeof NAMES, string>>>;

/**
 * What a body that names one thing seeks, by the rules of a search; a lead's id is no personal data, and whoever may
 * read the lead may look for it. Throws VALIDATION_ERROR.
 */
export async function soughtFrom(vault: Vault, caller: Caller, body: FindBody): Promise<Narrowed> {
  const [name, ...more] = (['email', 'phone', 'leadId'] as const).filter((one) => body[one] !== undefined);
  const value = name === undefined ? undefined : body[name];
  if (name === undefined || value === undefined || more.length > 0)
    throw invalid([{ field: 'body', rule: 'exactly_one', message: 'Send exactly one of email, phone and leadId.' }]);
  if (name !== 'leadId' && (CLOSED[caller.role]?.includes('search') || !caller.piiAccess))
    throw invalid([{ field: name, rule: 'not_available', message: 'Looking for leads is not open to you.' }]);
  const search = await readSearch(vault, caller.tenantId, value);
  if (search?.sought !== NAMES[name]) throw invalid([{ field: name, rule: 'format', message: FORMATS[name] }]);
  return { sought: search.sought, filter: search.by };
}

const FORMATS: Readonly<Record<keyof typeof NAMES, string>> = {
  email: 'Send a whole e-mail address.',
  phone: 'Send a whole phone number, such as +12025550123.',
  leadId: 'Send the UUID of a lead, or its short id such as L-1001.',
};

/**
 * Refuses a search by a field that the caller does not see in clear: what it finds would tell the value. `field` is
 * where the search stood. Throws VALIDATION_ERROR.
 */
export function requireOpenSearch(sought: Sought | undefined, accessTo: AccessTo, field = 'search'): void {
  if (sought === undefined || sought === 'id' || accessTo(sought, 'contact') === 'visible') return;
  const message = 'Looks at a field that you may not see. Search by the id of a lead, or leave it out.';
  throw invalid([{ field, rule: 'not_available', message }]);
}

interface Search {
  readonly sought: Sought;
  readonly by: Pick<LeadFilter, 'leadId' | 'number' | 'tokens'>;
}

/**
 * A lead's id in either spelling, or an exact e-mail or phone, which are looked up by their blind index: what is sealed
 * cannot be searched by parts. Undefined for anything else.
 */
export async function readSearch(vault: Vault, tenantId: string, search: string): Promise<Search | undefined> {
  const number = /^L-(\d{1,15})$/i.exec(search)?.[1];
  if (number !== undefined) return { sought: 'id', by: { number: Number(number) } };
  if (isId(search)) return { sought: 'id', by: { leadId: search } };
  const phone = readPhone(search);
  if (!phone && !search.includes('@')) return undefined;
  const token = await vault.tokens(tenantId);
  const [sought, value] = phone ? (['phone', phone.e164] as const) : (['email', search] as const);
  return { sought, by: { tokens: [token(sought, matchingForm(value))] } };
}
