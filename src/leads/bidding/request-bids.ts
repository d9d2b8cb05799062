import { performance } from 'node:perf_hooks';
import type { Vault } from '../../core/vault/index.ts';
import type { Clock } from '../../kernel/time.ts';
import { type Outbound, type OutboundResult, signWebhook } from '../../platform/outbound/index.ts';
import { authorisation, type BiddingTerms, type DeliverySecrets, type RoutableContract } from '../contracts/index.ts';
import { type BidVerdict, readBid } from './domain/read-bid.ts';

export interface AskDeps {
  readonly vault: Vault;
  readonly outbound: Outbound;
  readonly clock: Clock;
}

/** What is asked about, and how long at most. */
export interface Question {
  readonly tenantId: string;
  readonly pingId: string;
  /** The slug of the vertical. */
  readonly vertical: string | null;
  /** Only fields that a ping may carry, by the names that buyers know. */
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly deadlineMs: number;
}

/** What a contract said, and how long it took to say it. */
export interface Asked {
  readonly contract: RoutableContract;
  readonly verdict: BidVerdict;
  readonly durationMs: number;
}

const CURRENCY = 'USD';
const LARGEST_ANSWER_BYTES = 4096;

/**
 * Asks bidding contracts for their price, all at once, and gives what each said by the deadline. Nobody is asked twice,
 * and nobody waits for who is late. Never throws for what a buyer does.
 */
export async function askBidders(
  deps: AskDeps,
  question: Question,
  contracts: readonly RoutableContract[],
): Promise<Asked[]> {
  return Promise.all(
    contracts.flatMap((contract) => {
      const { bidding } = contract.terms;
      return bidding ? [askOne(deps, question, { contract, bidding })] : [];
    }),
  );
}

interface Bidder {
  readonly contract: RoutableContract;
  readonly bidding: BiddingTerms;
}

async function askOne(deps: AskDeps, question: Question, { contract, bidding }: Bidder): Promise<Asked> {
  const deadlineMs = Math.min(question.deadlineMs, bidding.timeoutMs);
  const startedAt = performance.now();
  const request = await requestOf(deps, question, { contract, bidding });
  const result = await deps.outbound.send({ ...request, timeoutMs: deadlineMs });
  // By our own watch: what was read late, because this process was busy, is late.
  const tookMs = performance.now() - startedAt;
  const asked = { pingId: question.pingId, currency: CURRENCY, floorCents: bidding.floorCents };
  const verdict = readBid({ reply: replyOf(result), tookMs, deadlineMs }, asked);
  return { contract, verdict, durationMs: Math.round(tookMs) };
}

async function requestOf({ vault, clock }: AskDeps, question: Question, { contract, bidding }: Bidder) {
  const { tenantId, pingId, vertical, fields } = question;
  const told = bidding.fields.flatMap((name) => {
    // A ZIP code that was cut to its first three digits says so by its name.
    const known = name === 'zipCode' && Object.hasOwn(fields, 'zip3') ? 'zip3' : name;
    const value = Object.hasOwn(fields, known) ? fields[known] : undefined;
    return value === undefined ? [] : [[known, value] as const];
  });
  const body = JSON.stringify({ pingId, vertical, ...Object.fromEntries(told) });
  const secrets = await secretsOf(vault, tenantId, contract);
  const timestampSeconds = Math.floor(clock.now().getTime() / 1000);
  return {
    url: bidding.url,
    method: 'POST',
    partition: tenantId,
    maxResponseBytes: LARGEST_ANSWER_BYTES,
    body,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'ping-id': pingId,
      ...signWebhook({ id: pingId, timestampSeconds, body, secret: secrets.signingSecret }),
      ...authorisation(secrets.pingAuth),
    },
  } as const;
}

async function secretsOf(vault: Vault, tenantId: string, contract: RoutableContract): Promise<DeliverySecrets> {
  if (!contract.deliverySecrets) throw new Error('a contract has no delivery secrets');
  const place = { tenantId, table: 'contracts', recordId: contract.contractId, part: 'delivery' };
  return JSON.parse((await vault.openSecret(place, contract.deliverySecrets)).toString('utf8')) as DeliverySecrets;
}

function replyOf(result: OutboundResult) {
  if (result.kind === 'not_sent') return { kind: 'not_sent' } as const;
  if (result.kind === 'uncertain') return { kind: 'uncertain', isTimeout: result.reason === 'timeout' } as const;
  return { kind: 'response', status: result.status, bodyText: result.body.toString('utf8') } as const;
}
