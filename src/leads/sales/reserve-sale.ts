import type { SealingKey, Vault } from '../../core/vault/index.ts';
import { newId } from '../../kernel/ids.ts';
import type { RoutableContract } from '../contracts/index.ts';
import { licensedPayload } from './domain/licensed-payload.ts';
import type { NewAttempt } from './attempt-store.ts';
import type { NewSale } from './store.ts';

/** The lead that a contract is about to get. */
export interface Reserving {
  readonly tenantId: string;
  readonly leadId: string;
  readonly key: SealingKey;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly contract: RoutableContract;
  /** Place in the order tried, from 1. */
  readonly rank: number;
  readonly offerId: string | null;
  readonly pool: 'primary' | 'fallback';
  /** Whether nobody else may have the lead. */
  readonly exclusive: boolean;
  readonly priceCents: number;
  readonly payoutCents: number;
  readonly payoutPerSale: boolean;
  /** The days on which caps count it. */
  readonly countedOn: string;
  readonly buyerCountedOn: string;
  /** The pack that gives it; null where the buyer owes it. */
  readonly packId: string | null;
  /** The ping in which the price was bid or quoted. */
  readonly pingId?: string | null;
  readonly bidReference?: string | null;
  /** That of the decision. */
  readonly round: number;
  /** A person chose the contract. */
  readonly picked: boolean;
  /** When a job is to deliver it; undefined if this process does at once. */
  readonly resumeAt: Date | undefined;
}

/** How much longer than its time-out an attempt may take before nobody answers for it. */
const LEASE_SLACK_MS = 5000;

/** The place where a sale's licensed fields are sealed. */
export const licensedPlace = (tenantId: string, saleId: string) => ({
  tenantId,
  table: 'sales',
  recordId: saleId,
  part: 'licensed',
});

/** The place where the buyer's own id of the lead is sealed: nobody knows what it is made of. */
export const buyerLeadIdPlace: typeof licensedPlace = (tenantId, saleId) => ({
  ...licensedPlace(tenantId, saleId),
  part: 'buyer_lead_id',
});

/**
 * The reservation of a lead for a contract: price and version fixed, and the licensed fields, no others, sealed in it
 * (minimum necessary, 45 CFR 164.502(b)).
 */
export function reserveFor(vault: Pick<Vault, 'seal'>, reserving: Reserving): NewSale {
  const { tenantId, leadId, contract } = reserving;
  const saleId = newId();
  const payload = licensedPayload(reserving.fields, contract.terms.licensedFields);
  return {
    saleId,
    leadId,
    contractId: contract.contractId,
    contractVersion: contract.version,
    buyerId: contract.buyerId,
    rank: reserving.rank,
    offerId: reserving.offerId,
    pool: reserving.pool,
    exclusive: reserving.exclusive,
    priceCents: reserving.priceCents,
    payoutCents: reserving.payoutCents,
    payoutPerSale: reserving.payoutPerSale,
    countedOn: reserving.countedOn,
    buyerCountedOn: reserving.buyerCountedOn,
    packId: reserving.packId,
    pingId: reserving.pingId ?? null,
    bidReference: reserving.bidReference ?? null,
    round: reserving.round,
    picked: reserving.picked,
    ...(reserving.resumeAt ? { resumeAt: reserving.resumeAt } : {}),
    sealedLicensed: vault.seal(reserving.key, licensedPlace(tenantId, saleId), Buffer.from(JSON.stringify(payload))),
    licensedFields: Object.keys(payload),
  };
}

/** The row of an attempt that this process is about to make. */
export function attemptFor(
  sale: { saleId: string; buyerId: string },
  number: number,
  timeoutMs: number,
  now: Date,
): NewAttempt {
  return {
    attemptId: newId(now.getTime()),
    saleId: sale.saleId,
    buyerId: sale.buyerId,
    number,
    leaseUntil: new Date(now.getTime() + timeoutMs + LEASE_SLACK_MS),
  };
}
