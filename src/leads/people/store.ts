import { type Condition, type TenantReader, type TenantWriter, whereOf } from '../../core/tenancy/index.ts';

export const PERSON_STATUSES = ['active', 'merged', 'deleted'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

/** A person: nothing that identifies anybody. Who it is stands in its leads. */
export interface PersonRow {
  readonly personId: string;
  readonly number: number;
  readonly status: PersonStatus;
  readonly mergedInto: string | null;
  readonly tags: readonly string[];
  readonly leadCount: number;
  readonly lastLeadAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What people are narrowed by; what is undefined does not count. */
export interface PersonFilter {
  readonly status?: PersonStatus | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly dateFrom?: Date | undefined;
  readonly dateTo?: Date | undefined;
  /** People with a lead from this state. */
  readonly state?: string | undefined;
  /** People with a lead of this vertical. */
  readonly verticalId?: string | undefined;
  /** People with a lead that carries any of these tokens. */
  readonly tokens?: readonly Buffer[] | undefined;
  readonly personId?: string | undefined;
  readonly number?: number | undefined;
  /** People of whom there is a lead. */
  readonly hasLeads?: true | undefined;
}

export interface PersonPage {
  readonly limit: number;
  readonly offset?: number;
  /** The order; who came last stands first unless given. */
  readonly order?: PersonOrder | undefined;
  /** Only what comes after this person. */
  readonly before?: { readonly id: string } | undefined;
}

const PERSON = `p.person_id AS "personId", p.number, p.status, p.merged_into AS "mergedInto", p.tags,
  p.created_at AS "createdAt", p.updated_at AS "updatedAt",
  (SELECT count(*) FROM leads AS l WHERE l.tenant_id = p.tenant_id AND l.person_id = p.person_id) AS "leadCount",
  (SELECT l.received_at FROM leads AS l WHERE l.tenant_id = p.tenant_id AND l.person_id = p.person_id
    ORDER BY l.received_at DESC, l.lead_id DESC LIMIT 1) AS "lastLeadAt"`;

const NEWEST_STATE = `(SELECT l.state FROM leads AS l WHERE l.tenant_id = p.tenant_id AND l.person_id = p.person_id
  ORDER BY l.received_at DESC, l.lead_id DESC LIMIT 1)`;

/** By what people can be ordered. */
const ORDERS = {
  displayId: 'p.number',
  state: NEWEST_STATE,
  status: 'p.status',
  leadCount: '"leadCount"',
  lastActivityAt: '"lastLeadAt"',
  createdAt: 'p.created_at',
  updatedAt: 'p.updated_at',
} as const;

export interface PersonOrder {
  readonly sort: keyof typeof ORDERS;
  readonly direction: 'asc' | 'desc';
}
export const PERSON_SORTS = Object.keys(ORDERS) as readonly PersonOrder['sort'][];

const OF_PERSON = 'SELECT FROM leads AS l WHERE l.tenant_id = p.tenant_id AND l.person_id = p.person_id';

const conditionsOf = (tx: TenantReader, filter: PersonFilter): Condition[] => [
  ['p.tenant_id = ?', tx.context.tenantId],
  ['p.status = ?', filter.status],
  ['p.tags && ?::text[]', filter.tags],
  ['p.created_at >= ?', filter.dateFrom],
  ['p.created_at < ?', filter.dateTo],
  ['p.person_id = ?', filter.personId],
  ['p.number = ?', filter.number],
  [`EXISTS (${OF_PERSON}) = ?`, filter.hasLeads],
  [`EXISTS (${OF_PERSON} AND l.state = ?)`, filter.state],
  [`EXISTS (${OF_PERSON} AND l.vertical_id = ?)`, filter.verticalId],
  [
    `p.person_id IN (SELECT l.person_id FROM lead_tokens AS t JOIN leads AS l ON l.tenant_id = t.tenant_id
        AND l.lead_id = t.lead_id WHERE t.tenant_id = ? AND t.token = ANY(?::bytea[])
      UNION SELECT coalesce(q.merged_into, q.person_id) FROM person_facts AS f
        JOIN people AS q ON q.tenant_id = f.tenant_id AND q.person_id = f.person_id
        WHERE f.tenant_id = ? AND (f.email_token = ANY(?::bytea[]) OR f.phone_token = ANY(?::bytea[])))`,
    tx.context.tenantId,
    filter.tokens,
    tx.context.tenantId,
    filter.tokens,
    filter.tokens,
  ],
];

/** The order of a list; those who are alike in it stand as they came, and who has nothing of it last. */
function orderOf(order: PersonOrder | undefined): string {
  if (!order) return 'p.person_id DESC';
  const direction = order.direction === 'asc' ? 'ASC' : 'DESC';
  return `${ORDERS[order.sort]} ${direction} NULLS LAST, p.person_id ${direction}`;
}

/** People, those who came last first unless told otherwise. Their ids are in the order in which they came. */
export async function personList(tx: TenantReader, filter: PersonFilter, page: PersonPage): Promise<PersonRow[]> {
  const { text, values } = whereOf([...conditionsOf(tx, filter), ['p.person_id < ?', page.before?.id]]);
  return tx.many({
    text: `SELECT ${PERSON} FROM people AS p WHERE ${text} ORDER BY ${orderOf(page.order)}
      LIMIT ${page.limit} OFFSET ${page.offset ?? 0}`,
    values,
  });
}

export async function personCount(tx: TenantReader, filter: PersonFilter): Promise<number> {
  const { text, values } = whereOf(conditionsOf(tx, filter));
  const row = await tx.first<{ total: number }>({
    text: `SELECT count(*) AS total FROM people AS p WHERE ${text}`,
    values,
  });
  return row?.total ?? 0;
}

/** Changes what staff say of a person; one that was merged stays as it is. False if there is none to change. */
export async function personUpdate(
  tx: TenantWriter,
  personId: string,
  at: Date,
  change: { readonly status?: 'active' | 'deleted' | undefined; readonly tags?: readonly string[] | undefined },
): Promise<boolean> {
  const changed = await tx.run({
    text: `UPDATE people SET status = coalesce($3, status), tags = coalesce($4::text[], tags), updated_at = $5
      WHERE tenant_id = $1 AND person_id = $2 AND status <> 'merged' RETURNING person_id`,
    values: [tx.context.tenantId, personId, change.status ?? null, change.tags ?? null, at],
  });
  return changed === 1;
}

const PHONES_OF_PERSON = `SELECT t.token FROM leads AS l
    JOIN lead_tokens AS t ON t.tenant_id = $1 AND t.lead_id = l.lead_id AND t.field = 'phone'
    WHERE l.tenant_id = $1 AND l.person_id = $2
  UNION SELECT f.phone_token FROM person_facts AS f WHERE f.tenant_id = $1 AND f.person_id = $2`;

/** People who are known with a phone of this person, by a lead or by hand, those who came last first. */
export async function personsWithSamePhone(tx: TenantReader, personId: string, limit: number): Promise<PersonRow[]> {
  return tx.many({
    text: `WITH phones AS (${PHONES_OF_PERSON})
      SELECT ${PERSON} FROM people AS p WHERE p.tenant_id = $1 AND p.status = 'active' AND p.person_id <> $2
        AND p.person_id IN (
          SELECT found.person_id FROM phones JOIN lead_tokens AS o ON o.tenant_id = $1 AND o.token = phones.token
            AND o.field = 'phone'
          JOIN leads AS found ON found.tenant_id = $1 AND found.lead_id = o.lead_id
          UNION SELECT f.person_id FROM phones JOIN person_facts AS f ON f.tenant_id = $1
            AND f.phone_token = phones.token)
      ORDER BY p.person_id DESC LIMIT ${limit}`,
    values: [tx.context.tenantId, personId],
  });
}
