import type { Profile } from '../../core/gate/index.ts';
import { type Records, recordsOf, type TenantReader, type TenantWriter } from '../../core/tenancy/index.ts';
import type { FieldFilter } from '../routing/index.ts';
import { COMPLETE_TERMS, type ContractTermsStored } from './store.ts';

export interface ContractRow {
  readonly id: string;
  readonly displayId: number;
  readonly name: string;
  readonly status: string;
  readonly buyerId: string;
  readonly buyerName: string | null;
  readonly verticalId: string;
  readonly verticalName: string | null;
  readonly version: number;
  readonly terms: ContractTermsStored;
  readonly profile: Profile;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const named = (table: string, column: string): string =>
  `(SELECT r.name FROM ${table} AS r WHERE r.tenant_id = contracts.tenant_id AND r.id = contracts.${column})`;
const TERMS = `(SELECT ${COMPLETE_TERMS} FROM contract_versions AS v
  WHERE v.tenant_id = contracts.tenant_id AND v.contract_id = contracts.id AND v.version = contracts.version)`;

export const contractRecords: Records<ContractRow> = recordsOf({
  table: 'contracts',
  numbered: 'contract',
  search: ['name', 'buyerName'],
  fields: {
    id: 'id',
    displayId: 'display_id',
    name: 'name',
    status: 'status',
    buyerId: 'buyer_id',
    buyerName: named('buyers', 'buyer_id'),
    verticalId: 'vertical_id',
    verticalName: named('verticals', 'vertical_id'),
    version: 'version',
    terms: TERMS,
    price: `(${TERMS} -> 'priceCents')::bigint`,
    priority: `(${TERMS} -> 'priority')::bigint`,
    profile: 'profile',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
});

/** Writes a version of a contract's terms, for good. */
export async function contractVersionInsert(
  tx: TenantWriter,
  version: {
    readonly contractId: string;
    readonly version: number;
    readonly buyerId: string;
    readonly terms: ContractTermsStored;
  },
): Promise<void> {
  await tx.run({
    text: `INSERT INTO contract_versions (tenant_id, contract_id, version, buyer_id, terms)
      VALUES ($1, $2, $3, $4, $5)`,
    values: [tx.context.tenantId, version.contractId, version.version, version.buyerId, JSON.stringify(version.terms)],
  });
}

/** The sealed delivery secrets of a contract. */
export async function contractSecretsFind(tx: TenantReader, contractId: string): Promise<Buffer | null> {
  const row = await tx.first<{ sealed: Buffer | null }>({
    text: 'SELECT delivery_secrets AS sealed FROM contracts WHERE tenant_id = $1 AND id = $2',
    values: [tx.context.tenantId, contractId],
  });
  return row?.sealed ?? null;
}

export async function contractSecretsUpdate(tx: TenantWriter, contractId: string, sealed: Buffer): Promise<void> {
  await tx.run({
    text: 'UPDATE contracts SET delivery_secrets = $3 WHERE tenant_id = $1 AND id = $2',
    values: [tx.context.tenantId, contractId, sealed],
  });
}

/** A contract; undefined for a missing one and for another tenant's. */
export const contractFind = (tx: TenantReader, contractId: string): Promise<ContractRow | undefined> =>
  contractRecords.find(tx, contractId);

/** The contracts of these ids, in no certain order. */
export async function contractsOf(tx: TenantReader, ids: readonly string[]): Promise<ContractRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await contractRecords.list(tx, {
    also: [{ sql: 'id = ANY(?::uuid[])', value: ids }],
    limit: ids.length,
    offset: 0,
  });
  return rows;
}

/** A contract whose terms name a field: it licenses it, filters by it, or both. */
export interface FieldUse {
  readonly id: string;
  readonly name: string;
  readonly isLicensed: boolean;
  readonly filters: readonly FieldFilter[];
}

/** The conditions on a field, however deep in groups. */
const FILTERS_ON_FIELD = `jsonb_path_query_array(v.terms->'custom', 'strict $.** ? (@.field == $name)',
  jsonb_build_object('name', $3::text))`;

/** The contracts of a vertical, but for archived ones, whose terms name the field, oldest first. */
export async function contractsUsingField(tx: TenantReader, verticalId: string, field: string): Promise<FieldUse[]> {
  return tx.many({
    text: `SELECT c.id, c.name, (v.terms->'licensedFields' ? $3
          OR coalesce(v.terms->'bidding'->'fields' ? $3, false)) AS "isLicensed",
        ${FILTERS_ON_FIELD} AS filters
      FROM contracts AS c
      JOIN contract_versions AS v ON v.tenant_id = c.tenant_id AND v.contract_id = c.id AND v.version = c.version
      WHERE c.tenant_id = $1 AND c.vertical_id = $2 AND c.status <> 'archived'
        AND (v.terms->'licensedFields' ? $3 OR v.terms->'bidding'->'fields' ? $3
          OR ${FILTERS_ON_FIELD} <> '[]')
      ORDER BY c.display_id`,
    values: [tx.context.tenantId, verticalId, field],
  });
}
