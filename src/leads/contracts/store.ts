import type { TenantReader } from '../../core/tenancy/index.ts';
import { ALWAYS_OPEN, type BuyerDedup, type Caps, type ContractFilters } from '../routing/index.ts';
import type { BookContract, Pacing, Ramp, Schedule } from '../routing/index.ts';
import { type BuyerDedupSettings, type DedupOverride, resolveDedup } from './domain/resolve-dedup.ts';

/** Where and how a contract's leads go. No secrets. */
export interface DeliveryTerms {
  /** HTTPS; it gets one POST with a JSON body. */
  readonly url: string;
  readonly timeoutMs: number;
  readonly authType: 'none' | 'basic' | 'bearer' | 'api_key';
}

/** How a contract bids for each lead, where it does not buy at a price. */
export interface BiddingTerms {
  /** HTTPS; it gets one POST with a JSON body. Empty while it is not set up. */
  readonly url: string;
  readonly timeoutMs: number;
  readonly authType: DeliveryTerms['authType'];
  /** Names of the only fields that are told before the sale, of those that a ping may carry. */
  readonly fields: readonly string[];
  /** A bid of less is none. */
  readonly floorCents: number;
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
  /** For requests for bids. */
  readonly pingAuth?: DeliveryAuth;
}

/** One immutable version of a contract's terms. `priority`: lowest first. `delivery` is null while it is not set up. */
export interface ContractTermsStored extends ContractFilters {
  readonly priceCents: number;
  readonly priority: number;
  readonly weight: number;
  readonly caps: Caps;
  readonly schedule: Schedule;
  readonly pacing: Pacing;
  readonly ramp: Ramp | null;
  /** What an exclusive sale costs, in hundredths of a per cent of the price. */
  readonly exclusiveMultiplierBp: number;
  /** Buys only leads that nobody else gets. */
  readonly exclusiveOnly: boolean;
  /** Names of the only fields that the buyer gets. */
  readonly licensedFields: readonly string[];
  readonly delivery: DeliveryTerms | null;
  /**
   * What to do when it is unclear whether the buyer has the lead: ask again by the same delivery id, or wait for a
   * person.
   */
  readonly uncertainPolicy: 'resend' | 'hold';
  /** What it says of people whom the buyer has had before, otherwise than the buyer. */
  readonly dedup?: DedupOverride;
  /** Null or absent: it buys at its price. */
  readonly bidding?: BiddingTerms | null;
  /** What it does once the leads that were bought in advance are used up; absent: it gets none. */
  readonly whenPackEmpty?: BookContract['whenPackEmpty'];
}

/** Terms as delivery uses them. */
export interface RoutableTerms extends ContractTermsStored {
  readonly delivery: DeliveryTerms;
}

/**
 * A contract at its current version, with its buyer. One without a delivery, or a bidding one without an address for
 * bids, is in setup, whatever its row says.
 */
export interface RoutableContract {
  readonly contractId: string;
  readonly version: number;
  readonly name: string;
  readonly status: string;
  readonly buyerId: string;
  readonly buyerName: string;
  /** What a form tells the person whose consent is to name the buyer. */
  readonly buyerLegalName: string | null;
  readonly buyerDisclosure: string | null;
  readonly buyerStatus: string;
  /** Over all contracts of the buyer. */
  readonly buyerCaps: Caps;
  /** In cents; null is no limit. */
  readonly creditLimitCents: number | null;
  readonly verticalId: string;
  /** Sealed: opens as `DeliverySecrets`. */
  readonly deliverySecrets: Buffer | null;
  readonly terms: RoutableTerms;
  /** How it looks for earlier sales to its buyer; null: it does not. */
  readonly dedup: BuyerDedup | null;
  /** Active packs that it may take of, used up or not: its own before those of its buyer, oldest first. */
  readonly packs: BookContract['packs'];
}

/** Stands for a delivery that is not set up: nothing can be sent there. */
export const NOWHERE: DeliveryTerms = { url: '', timeoutMs: 10_000, authType: 'none' };

const routable = (terms: ContractTermsStored): RoutableTerms => ({ ...terms, delivery: terms.delivery ?? NOWHERE });

/** The terms of a version `v` with what versions before a term was known do not say. */
export const COMPLETE_TERMS = `'{"caps": {}, "exclusiveMultiplierBp": 10000, "exclusiveOnly": false, "pacing": "none",
  "ramp": null, "schedule": ${JSON.stringify(ALWAYS_OPEN)}}'::jsonb || v.terms`;

/** All contracts, or those of one vertical, or one, each with its buyer, current terms and sealed secrets. */
export async function contractsForRouting(
  tx: TenantReader,
  only: { readonly verticalId?: string | undefined; readonly contractId?: string | undefined } = {},
): Promise<RoutableContract[]> {
  const rows = await tx.many<
    Omit<RoutableContract, 'terms' | 'dedup'> & { terms: ContractTermsStored; buyerDedup: BuyerDedupSettings }
  >({
    name: 'contracts-for-routing',
    text: `SELECT c.id AS "contractId", c.version, c.name, c.status, c.buyer_id AS "buyerId", b.name AS "buyerName",
        b.profile ->> 'company' AS "buyerLegalName", b.profile ->> 'brandTcpa' AS "buyerDisclosure",
        b.status AS "buyerStatus", b.caps AS "buyerCaps",
        b.credit_limit_cents AS "creditLimitCents", c.vertical_id AS "verticalId",
        c.delivery_secrets AS "deliverySecrets", ${COMPLETE_TERMS} AS terms, jsonb_build_object(
          'enabled', b.dedup_enabled, 'fields', b.dedup_fields, 'windowDays', b.dedup_window_days) AS "buyerDedup",
        coalesce((SELECT jsonb_agg(jsonb_build_object('packId', p.pack_id, 'contractId', p.contract_id, 'leads',
            p.leads, 'priceCents', p.price_cents) ORDER BY p.contract_id IS NULL, p.sold_at, p.pack_id)
          FROM lead_packs AS p WHERE p.tenant_id = c.tenant_id AND p.buyer_id = c.buyer_id AND p.status = 'active'
            AND (p.contract_id IS NULL OR p.contract_id = c.id)), '[]') AS packs
      FROM contracts AS c
      JOIN buyers AS b ON b.tenant_id = c.tenant_id AND b.id = c.buyer_id
      JOIN contract_versions AS v ON v.tenant_id = c.tenant_id AND v.contract_id = c.id AND v.version = c.version
      WHERE c.tenant_id = $1 AND ($2::uuid IS NULL OR c.vertical_id = $2) AND ($3::uuid IS NULL OR c.id = $3)`,
    values: [tx.context.tenantId, only.verticalId ?? null, only.contractId ?? null],
  });
  return rows.map(({ buyerDedup, ...row }) => {
    const dedup = resolveDedup(buyerDedup, row.terms.dedup);
    const canSell = row.terms.delivery !== null && row.terms.bidding?.url !== '';
    const isKept = canSell || row.status === 'archived';
    return { ...row, dedup, status: isKept ? row.status : 'setup', terms: routable(row.terms) };
  });
}

/** Whether a contract takes returns, and within how many hours after the sale. */
export interface ReturnTerms {
  readonly acceptsReturns: boolean;
  readonly windowHours: number;
}

/** How long a buyer has to return a lead where neither its contract nor itself says anything. */
const RETURN_WINDOW_HOURS = 72;

/** A contract's own word on returns, else its buyer's. */
export async function returnTermsOf(tx: TenantReader, contractId: string): Promise<ReturnTerms> {
  const row = await tx.first<{ accepts: boolean | null; hours: number | null }>({
    text: `SELECT coalesce(c.profile -> 'acceptsReturns', b.profile -> 'acceptsReturns')::text::boolean AS accepts,
        coalesce(nullif(c.profile ->> 'returnWindow', ''), b.profile ->> 'returnWindow')::int AS hours
      FROM contracts AS c JOIN buyers AS b ON b.tenant_id = c.tenant_id AND b.id = c.buyer_id
      WHERE c.tenant_id = $1 AND c.id = $2`,
    values: [tx.context.tenantId, contractId],
  });
  return { acceptsReturns: row?.accepts ?? true, windowHours: row?.hours ?? RETURN_WINDOW_HOURS };
}

/** The words of a buyer that mean a return under a contract. */
export async function returnWordsOf(tx: TenantReader, contractId: string): Promise<readonly string[]> {
  const row = await tx.first<{ words: string[] | null }>({
    text: `SELECT profile -> 'returnDispositions' AS words FROM contracts WHERE tenant_id = $1 AND id = $2`,
    values: [tx.context.tenantId, contractId],
  });
  return row?.words ?? [];
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
    text: `SELECT ${COMPLETE_TERMS} AS terms, nullif(n.terms->'delivery', 'null') AS current,
        c.delivery_secrets AS "deliverySecrets"
      FROM contract_versions AS v JOIN contracts AS c ON c.tenant_id = v.tenant_id AND c.id = v.contract_id
      JOIN contract_versions AS n ON n.tenant_id = c.tenant_id AND n.contract_id = c.id AND n.version = c.version
      WHERE v.tenant_id = $1 AND v.contract_id = $2 AND v.version = $3`,
    values: [tx.context.tenantId, contractId, version],
  });
  return row && { ...row, terms: routable(row.terms) };
}

/** The terms of versions of contracts, by contract: of each contract one version. */
export async function contractVersionTerms(
  tx: TenantReader,
  versions: readonly { readonly contractId: string; readonly version: number }[],
): Promise<Map<string, ContractTermsStored>> {
  const rows = await tx.many<{ contractId: string; terms: ContractTermsStored }>({
    name: 'contract-version-terms',
    text: `SELECT v.contract_id AS "contractId", ${COMPLETE_TERMS} AS terms
      FROM unnest($2::uuid[], $3::int[]) AS wanted (contract_id, version) JOIN contract_versions AS v
        ON v.tenant_id = $1 AND v.contract_id = wanted.contract_id AND v.version = wanted.version`,
    values: [tx.context.tenantId, versions.map((one) => one.contractId), versions.map((one) => one.version)],
  });
  return new Map(rows.map(({ contractId, terms }) => [contractId, terms]));
}
