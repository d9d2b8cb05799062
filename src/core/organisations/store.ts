import type { Session } from '../../platform/postgres/index.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';

export type TenantStatus = 'pending' | 'active' | 'suspended' | 'inactive';

/** A tenant as those see it who rule it or the installation; nothing of what is in it. */
export interface TenantRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly kind: string;
  readonly status: TenantStatus;
  readonly statusReason: string | null;
  readonly plan: string;
  readonly timeZone: string;
  readonly domain: string | null;
  readonly logoUrl: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly features: Readonly<Record<string, boolean>>;
  readonly approvedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const COLUMNS = `tenant_id AS id, name, slug, kind, status, status_reason AS "statusReason", plan,
  time_zone AS "timeZone", domain, logo_url AS "logoUrl", settings, features, approved_at AS "approvedAt",
  created_at AS "createdAt", updated_at AS "updatedAt"`;
/** The installation is not one of those that it serves. */
const SERVED = `kind <> 'installation'`;

export interface TenantFilter {
  readonly q?: string | undefined;
  readonly status?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Tenants that the installation serves, newest first: for the identity role, which sees all of them. */
export async function tenantList(
  identity: TenantReader,
  filter: TenantFilter,
): Promise<{ rows: TenantRow[]; total: number }> {
  const where = `${SERVED} AND ($1::text IS NULL OR status = $1)
    AND ($2::text IS NULL OR strpos(lower(concat_ws(' ', name, slug, domain)), lower($2)) > 0)`;
  const values = [filter.status ?? null, filter.q ?? null];
  const counted = await identity.first<{ total: number }>({
    text: `SELECT count(*) AS total FROM tenants WHERE ${where}`,
    values,
  });
  const rows = await identity.many<TenantRow>({
    text: `SELECT ${COLUMNS} FROM tenants WHERE ${where} ORDER BY created_at DESC, tenant_id DESC LIMIT $3 OFFSET $4`,
    values: [...values, filter.limit, filter.offset],
  });
  return { rows, total: counted?.total ?? 0 };
}

/** One of them; undefined for the installation itself too. */
export async function tenantFind(identity: TenantReader, tenantId: string): Promise<TenantRow | undefined> {
  return identity.first({
    text: `SELECT ${COLUMNS} FROM tenants WHERE ${SERVED} AND tenant_id = $1`,
    values: [tenantId],
  });
}

/** How many accounts a tenant has: for the identity role, which alone sees them. */
export async function userCount(identity: TenantReader, tenantId: string): Promise<number> {
  const row = await identity.first<{ total: number }>({
    text: 'SELECT count(*) AS total FROM users WHERE tenant_id = $1',
    values: [tenantId],
  });
  return row?.total ?? 0;
}

/** The tenant of the context. Throws if it does not exist. */
export async function ownTenant(tx: TenantReader): Promise<TenantRow> {
  return present(
    await tx.first({ text: `SELECT ${COLUMNS} FROM tenants WHERE tenant_id = $1`, values: [tx.context.tenantId] }),
  );
}

/** The tenant of the context, kept from others until the transaction ends. Throws if it does not exist. */
export async function ownTenantLock(tx: TenantWriter): Promise<TenantRow> {
  const text = `SELECT ${COLUMNS} FROM tenants WHERE tenant_id = $1 FOR UPDATE`;
  return present(await tx.first({ text, values: [tx.context.tenantId] }));
}

function present(row: TenantRow | undefined): TenantRow {
  if (!row) throw new Error('the tenant of this context does not exist');
  return row;
}

/** Fields of a tenant that change; those left out stay. */
export interface TenantChange {
  readonly name?: string | undefined;
  readonly slug?: string | undefined;
  readonly status?: TenantStatus | undefined;
  readonly statusReason?: string | null | undefined;
  readonly plan?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly domain?: string | null | undefined;
  readonly logoUrl?: string | null | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly features?: Readonly<Record<string, boolean>> | undefined;
  readonly approvedAt?: Date | undefined;
}

const COLUMN_OF: Readonly<Record<keyof TenantChange, string>> = {
  name: 'name',
  slug: 'slug',
  status: 'status',
  statusReason: 'status_reason',
  plan: 'plan',
  timeZone: 'time_zone',
  domain: 'domain',
  logoUrl: 'logo_url',
  settings: 'settings',
  features: 'features',
  approvedAt: 'approved_at',
};

/** Changes the given fields of the context's tenant. What routing reads of it may be among them: its stamp rises. */
export async function ownTenantUpdate(tx: TenantWriter, change: TenantChange): Promise<TenantRow> {
  const given = Object.entries<unknown>({ ...change }).filter(([, value]) => value !== undefined);
  const sets = given.map(([field], index) => `${COLUMN_OF[field as keyof TenantChange]} = $${index + 2}`);
  const row = await tx.first<TenantRow>({
    text: `UPDATE tenants SET ${[...sets, 'updated_at = now()', 'routing_stamp = routing_stamp + 1'].join(', ')}
      WHERE tenant_id = $1 RETURNING ${COLUMNS}`,
    values: [tx.context.tenantId, ...given.map(([, value]) => value)],
  });
  return present(row);
}

/** The tenant that the installation itself is; undefined as long as it has no superadmin. */
export async function installationId(identity: Session): Promise<string | undefined> {
  const [row] = await identity.query<{ id: string }>({
    text: `SELECT tenant_id AS id FROM tenants WHERE kind = 'installation'`,
  });
  return row?.id;
}

/** Whether a tenant has the slug; asked before anybody is known, for the page where people sign up. */
export async function isSlugTaken(identity: Session, slug: string): Promise<boolean> {
  return (await identity.query({ text: 'SELECT FROM tenants WHERE slug = $1', values: [slug] })).length > 0;
}
