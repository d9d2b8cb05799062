import { onlyFields, reveal } from '../../core/access/index.ts';
import type { Tenancy, TenantReader } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { type Outbound, type OutboundRequest, signWebhook } from '../../platform/outbound/index.ts';
import {
  authorisation,
  contractVersionFind,
  type DeliverySecrets,
  type DeliveryTerms,
  isSameOrigin,
} from '../contracts/index.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Snapshots } from '../intake/index.ts';
import { licensedPart, type SaleRow } from '../sales/index.ts';

/** What this room works with. */
export interface DeliveryDeps {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  readonly outbound: Outbound;
  readonly snapshots: Snapshots;
  readonly clock: Clock;
  /** What kept a sale from being worked on, or what a person must look at. */
  readonly onFailure: (error: unknown, saleId: string) => void;
}

/** All that one delivery needs, read before anything is sent. */
export interface Consignment {
  readonly sale: SaleRow;
  readonly delivery: DeliveryTerms;
  /** The delivery that the contract has by now, whose credentials the secrets hold. */
  readonly current: DeliveryTerms | null;
  readonly sealedSecrets: Buffer | null;
}

/** Reads a sale's delivery by the contract version that it was sold under. */
export async function consignmentOf(tx: TenantReader, sale: SaleRow): Promise<Consignment> {
  const contract = await contractVersionFind(tx, sale.contractId, sale.contractVersion);
  if (!contract) throw new Error('a sale names a contract version that does not exist');
  const { terms, current, deliverySecrets } = contract;
  return { sale, delivery: terms.delivery, current, sealedSecrets: deliverySecrets };
}

/** The credentials of today are for the address of today: an older one, elsewhere, must not get them. */
export function mayHaveCredentials({ delivery, current }: Consignment): boolean {
  return current !== null && (current.authType === 'none' || isSameOrigin(current.url, delivery.url));
}

/**
 * The request that brings the licensed fields to the buyer. The delivery id is the sale's, the same in every attempt,
 * so that a buyer who has it already can say so instead of buying twice.
 */
export async function requestOf(
  deps: DeliveryDeps,
  tenantId: string,
  consignment: Consignment,
): Promise<OutboundRequest> {
  const { sale, delivery } = consignment;
  // A buyer is shown what its contract licenses, and nothing else: the same fields in the same order, the same bytes.
  const licensed = onlyFields(sale.licensedFields);
  const { fields } = await reveal(deps.vault, licensed, [licensedPart(tenantId, sale)]);
  const body = Buffer.from(JSON.stringify(fields));
  const secrets = await openSecrets(deps.vault, tenantId, consignment);
  const timestampSeconds = Math.floor(deps.clock.now().getTime() / 1000);
  return {
    url: delivery.url,
    method: 'POST',
    timeoutMs: delivery.timeoutMs,
    partition: tenantId,
    body,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': sale.saleId,
      ...signWebhook({ id: sale.saleId, timestampSeconds, body: body.toString('utf8'), secret: secrets.signingSecret }),
      ...authorisation(secrets.auth),
      ...bidHeaders(sale),
    },
  };
}

/** Which ping the lead was bid for in, and what the buyer called its bid. */
const bidHeaders = ({ pingId, bidReference }: SaleRow): Record<string, string> => ({
  ...(pingId === null ? {} : { 'ping-id': pingId }),
  ...(bidReference === null ? {} : { 'bid-id': bidReference }),
});

async function openSecrets(vault: Vault, tenantId: string, consignment: Consignment): Promise<DeliverySecrets> {
  if (!consignment.sealedSecrets) throw new Error('a contract has no delivery secrets');
  const place = { tenantId, table: 'contracts', recordId: consignment.sale.contractId, part: 'delivery' };
  return JSON.parse((await vault.openSecret(place, consignment.sealedSecrets)).toString('utf8')) as DeliverySecrets;
}
