import { type Condition, type TenantReader, whereOf } from '../../core/tenancy/index.ts';
import { LEAD, type LeadRow, type LeadStatus } from './store.ts';

/** What leads are narrowed by; what is undefined does not count. */
export interface LeadFilter {
  readonly statuses?: readonly LeadStatus[] | undefined;
  readonly campaignId?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly verticalId?: string | undefined;
  readonly offerId?: string | undefined;
  readonly isTest?: boolean | undefined;
  readonly dateFrom?: Date | undefined;
  readonly dateTo?: Date | undefined;
  /** Leads that were sold to this buyer. */
  readonly buyerId?: string | undefined;
  /** Leads that were sold by this contract. */
  readonly contractId?: string | undefined;
  /** Any of these tokens: a search by exact e-mail or phone. */
  readonly tokens?: readonly Buffer[] | undefined;
  readonly leadId?: string | undefined;
  readonly number?: number | undefined;
  /** Leads that one form brought. */
  readonly sessionId?: string | undefined;
  /** Leads of this person. */
  readonly personId?: string | undefined;
}

/** Which part of the list. */
export interface LeadPage {
  readonly limit: number;
  readonly offset?: number;
  /** Only what comes after this lead. */
  readonly before?: { readonly at: Date; readonly id: string } | undefined;
}

/** Leads that the actor may see, newest first, and how many there are in all. */
export async function leadList(
  tx: TenantReader,
  filter: LeadFilter,
  page: LeadPage,
): Promise<{ rows: LeadRow[]; total: number }> {
  const { text, values } = whereOf([
    ...ownConditions(tx, filter),
    ...whenConditions(filter, page),
    statusCondition(filter),
    ...(isBySale(filter) ? [soldCondition(tx, filter)] : []),
  ]);
  const counted = await tx.first<{ total: number }>({
    text: `SELECT count(*) AS total FROM leads AS l WHERE ${text}`,
    values,
  });
  return { rows: await leadPage(tx, filter, page), total: counted?.total ?? 0 };
}

/**
 * A page of leads that the actor may see, newest first. Each way of narrowing begins at an index that has the order of
 * the list, so that a page costs as much among a million leads as among a thousand.
 */
export async function leadPage(tx: TenantReader, filter: LeadFilter, page: LeadPage): Promise<LeadRow[]> {
  if (isBySale(filter)) return pageBySale(tx, filter, page);
  const isOfAny = filter.statuses !== undefined && filter.statuses.length !== 1;
  return isOfAny ? pageByStatuses(tx, filter, page) : pageByLead(tx, filter, page);
}

const isBySale = ({ buyerId, contractId }: LeadFilter): boolean => buyerId !== undefined || contractId !== undefined;

/**
 * An unsold lead was sold to nobody. Who asks for those of a buyer need not wait until all of its sales have been
 * looked through, as the database would do, which only knows that unsold leads are many.
 */
const statusCondition = (filter: LeadFilter): Condition => [
  'l.status = ANY(?::text[])',
  isBySale(filter) ? filter.statuses?.filter((status) => status !== 'unsold') : filter.statuses,
];

const NEWEST_FIRST = 'ORDER BY l.received_at DESC, l.lead_id DESC';

async function pageByLead(tx: TenantReader, filter: LeadFilter, page: LeadPage): Promise<LeadRow[]> {
  const { text, values } = whereOf([
    ...ownConditions(tx, filter),
    ...whenConditions(filter, page),
    ['l.status = ?', filter.statuses?.[0]],
  ]);
  return tx.many({
    text: `SELECT ${LEAD} FROM leads AS l WHERE ${text} ${NEWEST_FIRST} LIMIT ${page.limit} OFFSET ${page.offset ?? 0}`,
    values,
  });
}

/** One look at the index for each status: a look for any of them would come in the order of the statuses. */
async function pageByStatuses(tx: TenantReader, filter: LeadFilter, page: LeadPage): Promise<LeadRow[]> {
  const { limit, offset = 0 } = page;
  const { text, values } = whereOf([...ownConditions(tx, filter), ...whenConditions(filter, page)], [filter.statuses]);
  return tx.many({
    text: `SELECT ${LEAD} FROM unnest($1::text[]) AS wanted (one) CROSS JOIN LATERAL (
        SELECT l.* FROM leads AS l WHERE l.status = wanted.one AND ${text} ${NEWEST_FIRST} LIMIT ${limit + offset}
      ) AS l ${NEWEST_FIRST} LIMIT ${limit} OFFSET ${offset}`,
    values,
  });
}

async function pageBySale(tx: TenantReader, filter: LeadFilter, page: LeadPage): Promise<LeadRow[]> {
  const { text, values } = whereOf([
    ...soldConditions(tx, filter),
    ...(filter.contractId === undefined ? [FIRST_OF_BUYER] : []),
    ...whenConditions(filter, page, { at: 's.lead_received_at', id: 's.lead_id' }),
    ...ownConditions(tx, filter),
    statusCondition(filter),
  ]);
  return tx.many({
    text: `SELECT ${LEAD} FROM (
        SELECT l.* FROM sales AS s JOIN leads AS l ON l.lead_id = s.lead_id WHERE ${text}
        ORDER BY s.lead_received_at DESC, s.lead_id DESC LIMIT ${page.limit} OFFSET ${page.offset ?? 0}
      ) AS l ${NEWEST_FIRST}`,
    values,
  });
}

/** A lead may be sold to a buyer by more than one contract, and stands in the list once. */
const FIRST_OF_BUYER: Condition = [
  `NOT EXISTS (SELECT FROM sales AS other WHERE other.tenant_id = s.tenant_id AND other.lead_id = s.lead_id
    AND other.buyer_id = s.buyer_id AND other.status = 'settled' AND other.sale_id < s.sale_id)`,
];

const soldConditions = (tx: TenantReader, { buyerId, contractId }: LeadFilter): Condition[] => [
  ['s.tenant_id = ?', tx.context.tenantId],
  [`s.status = 'settled'`],
  ['s.contract_id = ?', contractId],
  ['s.buyer_id = ?', buyerId],
];

function soldCondition(tx: TenantReader, filter: LeadFilter): Condition {
  const given = soldConditions(tx, filter).filter(([, ...values]) => values.every((value) => value !== undefined));
  const text = given.map(([sql]) => sql).join(' AND ');
  return [
    `EXISTS (SELECT FROM sales AS s WHERE s.lead_id = l.lead_id AND ${text})`,
    ...given.flatMap((one) => one.slice(1)),
  ];
}

const whenConditions = (
  { dateFrom, dateTo }: LeadFilter,
  { before }: LeadPage,
  { at, id } = { at: 'l.received_at', id: 'l.lead_id' },
): Condition[] => [
  [`${at} >= ?`, dateFrom],
  [`${at} < ?`, dateTo],
  [`(${at}, ${id}) < (?, ?)`, before?.at, before?.id],
];

const ownConditions = (tx: TenantReader, filter: LeadFilter): Condition[] => [
  ['l.tenant_id = ?', tx.context.tenantId],
  ['l.campaign_id = ?', filter.campaignId],
  ['l.partner_id = ?', filter.partnerId],
  ['l.vertical_id = ?', filter.verticalId],
  ['l.offer_id = ?', filter.offerId],
  // Spelled out, since an index holds only those of tests.
  ...(filter.isTest === undefined ? [] : [[filter.isTest ? 'l.is_test' : 'NOT l.is_test'] as const]),
  ['l.lead_id = ?', filter.leadId],
  ['l.number = ?', filter.number],
  ['l.person_id = ?', filter.personId],
  ['l.session_id = ?', filter.sessionId],
  [
    'l.lead_id IN (SELECT t.lead_id FROM lead_tokens AS t WHERE t.tenant_id = ? AND t.token = ANY(?::bytea[]))',
    tx.context.tenantId,
    filter.tokens,
  ],
];
