import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import type { ContractFilters } from '../routing/index.ts';

/** Where and how a contract's leads go. No secrets. */
export interface DeliveryTerms {
  /** HTTPS; it gets one POST with a JSON body. */
  readonly url: string;
  readonly timeoutMs: number;
  readonly authType: 'none' | 'basic' | 'bearer' | 'api_key';
}

/** What a buyer's endpoint asks for. */
export type DeliveryAuth =
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  | { readonly type: 'bearer'; readonly token: string }
  | { readonly type: 'api_key'; readonly headerName: string; readonly token: string };

/** Kept sealed beside the contract. `signingSecret` is a `whsec_…` of Standard Webhooks. */
export interface DeliverySecrets {
  readonly signingSecret: string;
  readonly auth?: DeliveryAuth;
}

/** One immutable version of a contract's terms. `priority`: lowest first. `delivery` is null while it is not set up. */
export interface ContractTermsStored extends ContractFilters {
  readonly priceCents: number;
  readonly priority: number;
  readonly weight: number;
  /** Names of the only fields that the buyer gets. */
  readonly licensedFields: readonly string[];
  readonly delivery: DeliveryTerms | null;
  /**
   * What to do when it is unclear whether the buyer has the lead: ask again by the same delivery id, or wait for a
   * person.
   */
  readonly uncertainPolicy: 'resend' | 'hold';
}

/** Terms as delivery uses them. */
export interface RoutableTerms extends ContractTermsStored {
  readonly delivery: DeliveryTerms;
}

/** A contract at its current version, with its buyer. One without a delivery is in setup, whatever its row says. */
export interface RoutableContract {
  readonly contractId: string;
  readonly version: number;
  readonly name: string;
  readonly status: string;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly buyerStatus: string;
  readonly verticalId: string;
  /** Sealed: opens as `DeliverySecrets`. */
  readonly deliverySecrets: Buffer | null;
  readonly terms: RoutableTerms;
}

/** Stands for a delivery that is not set up: nothing can be sent there. */
const NOWHERE: DeliveryTerms = { url: '', timeoutMs: 10_000, authType: 'none' };

const routable = (terms: ContractTermsStored): RoutableTerms => ({ ...terms, delivery: terms.delivery ?? NOWHERE });

/** All contracts, or those of one vertical, or one, each with its buyer, current terms and sealed secrets. */
export async function contractsForRouting(
  tx: TenantReader,
  only: { readonly verticalId?: string | undefined; readonly contractId?: string | undefined } = {},
): Promise<RoutableContract[]> {
  const rows = await tx.many<Omit<RoutableContract, 'terms'> & { terms: ContractTermsStored }>({
    name: 'contracts-for-routing',
    text: `SELECT c.id AS "contractId", c.version, c.name, c.status, c.buyer_id AS "buyerId", b.name AS "buyerName",
        b.status AS "buyerStatus", c.vertical_id AS "verticalId",
        c.delivery_secrets AS "deliverySecrets", v.terms
      FROM contracts AS c
      JOIN buyers AS b ON b.tenant_id = c.tenant_id AND b.id = c.buyer_id
      JOIN contract_versions AS v ON v.tenant_id = c.tenant_id AND v.contract_id = c.id AND v.version = c.version
      WHERE c.tenant_id = $1 AND ($2::uuid IS NULL OR c.vertical_id = $2) AND ($3::uuid IS NULL OR c.id = $3)`,
    values: [tx.context.tenantId, only.verticalId ?? null, only.contractId ?? null],
  });
  return rows.map((row) => {
    const isKept = row.terms.delivery !== null || row.status === 'archived';
    return { ...row, status: isKept ? row.status : 'setup', terms: routable(row.terms) };
  });
}

/** A version of a contract that a lead was sold under. */
interface ContractVersion {
  readonly terms: RoutableTerms;
  /** The delivery of the version in force now. */
  readonly current: DeliveryTerms | null;
  readonly deliverySecrets: Buffer | null;
}

/** One version of a contract's terms, with the delivery and the secrets that hold now. */
export async function contractVersionFind(
  tx: TenantReader,
  contractId: string,
  version: number,
): Promise<ContractVersion | undefined> {
  const row = await tx.first<Omit<ContractVersion, 'terms'> & { terms: ContractTermsStored }>({
    name: 'contract-version-find',
    text: `SELECT v.terms, nullif(n.terms->'delivery', 'null') AS current, c.delivery_secrets AS "deliverySecrets"
      FROM contract_versions AS v JOIN contracts AS c ON c.tenant_id = v.tenant_id AND c.id = v.contract_id
      JOIN contract_versions AS n ON n.tenant_id = c.tenant_id AND n.contract_id = c.id AND n.version = c.version
      WHERE v.tenant_id = $1 AND v.contract_id = $2 AND v.version = $3`,
    values: [tx.context.tenantId, contractId, version],
  });
  return row && { ...row, terms: routable(row.terms) };
}

/** When contracts last got a lead; none for those that never did. */
export async function contractsLastWon(tx: TenantReader, contractIds: readonly string[]): Promise<Map<string, Date>> {
  if (contractIds.length === 0) return new Map();
  const rows = await tx.many<{ contractId: string; at: Date }>({
    name: 'contracts-last-won',
    text: `SELECT id AS "contractId", last_won_at AS at FROM contracts
      WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND last_won_at IS NOT NULL`,
    values: [tx.context.tenantId, contractIds],
  });
  return new Map(rows.map((row) => [row.contractId, row.at]));
}

/** Notes that a contract has just got a lead, for ties between equals. */
export async function contractWon(tx: TenantWriter, contractId: string, at: Date): Promise<void> {
  await tx.run({
    name: 'contract-won',
    text: 'UPDATE contracts SET last_won_at = $3 WHERE tenant_id = $1 AND id = $2',
    values: [tx.context.tenantId, contractId, at],
  });
}
