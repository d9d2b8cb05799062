import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { needsAgreement } from '../../core/agreements/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { newId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Outbound, OutboundResult } from '../../platform/outbound/index.ts';
import type { CheckOutcome } from './domain/judge-checks.ts';
import { type CheckAnswer, readCheck } from './domain/read-check.ts';
import type { CheckVendor } from './store.ts';

export interface RequestCheckDeps {
  readonly vault: Vault;
  readonly outbound: Outbound;
  readonly clock: Clock;
}

/** What a vendor is asked: a phone number in E.164, or an e-mail address in lower case. */
export interface VendorQuestion {
  readonly tenantId: string;
  readonly vendor: CheckVendor;
  readonly value: string;
  /** The law that the data stands under. */
  readonly regime: string;
}

/** What came of a question. */
export interface VendorAnswer {
  /** The question's own name, which the vendor was told; the evidence of who asked bears it. */
  readonly checkId: string;
  readonly outcome: CheckOutcome;
  readonly reference: string | null;
  /** Null where nothing was sent. */
  readonly askedAt: Date | null;
  readonly durationMs: number | null;
}

const LARGEST_ANSWER_BYTES = 4096;

/** Whether the vendor may be told anything of a lead under this law. A hash of a number is still that number. */
export const mayBeAsked = ({ baaState }: Pick<CheckVendor, 'baaState'>, regime: string): boolean =>
  baaState === 'signed' || !needsAgreement(regime);

/**
 * Asks a vendor, once. It is told the kind of check, the one value and the name of the question, and nothing else of
 * the lead. Never throws for what the vendor does.
 */
export interface RequestCheck {
  (question: VendorQuestion): Promise<VendorAnswer>;
}

export const createRequestCheck =
  (deps: RequestCheckDeps): RequestCheck =>
  (question) =>
    request(deps, question);

async function request(deps: RequestCheckDeps, question: VendorQuestion): Promise<VendorAnswer> {
  const { vendor, regime, value } = question;
  const askedAt = deps.clock.now();
  const checkId = newId(askedAt.getTime());
  if (!mayBeAsked(vendor, regime))
    return { checkId, outcome: 'no_agreement', reference: null, askedAt: null, durationMs: null };
  const hash = createHash('sha256').update(value).digest('hex');
  const sent = await requestOf(deps, question, { checkId, hash });
  const startedAt = performance.now();
  const result = await deps.outbound.send(sent);
  const durationMs = Math.round(performance.now() - startedAt);
  return { checkId, ...answerOf(result, [value, hash]), askedAt, durationMs };
}

async function requestOf(
  { vault }: RequestCheckDeps,
  { tenantId, vendor, value }: VendorQuestion,
  { checkId, hash }: { readonly checkId: string; readonly hash: string },
) {
  const { kind, sends, url, timeoutMs } = vendor;
  const told = sends === 'sha256' ? { hash } : kind === 'email' ? { email: value } : { phone: value };
  const secret = await openVendorSecret(vault, tenantId, vendor);
  return {
    url,
    method: 'POST',
    partition: tenantId,
    timeoutMs,
    maxResponseBytes: LARGEST_ANSWER_BYTES,
    body: JSON.stringify({ kind, ...told, reference: checkId }),
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
    },
  } as const;
}

/** Where the secret of a vendor is sealed. */
export const vendorSecretPlace = (tenantId: string, vendorId: string) =>
  ({ tenantId, table: 'check_vendors', recordId: vendorId, part: 'secret' }) as const;

async function openVendorSecret(
  vault: Vault,
  tenantId: string,
  { vendorId, secretSealed }: CheckVendor,
): Promise<string | undefined> {
  if (secretSealed === null) return undefined;
  return (await vault.openSecret(vendorSecretPlace(tenantId, vendorId), secretSealed)).toString('utf8');
}

function answerOf(result: OutboundResult, asked: readonly string[]): CheckAnswer {
  if (result.kind === 'response')
    return readCheck({ kind: 'response', status: result.status, bodyText: result.body.toString('utf8') }, asked);
  if (result.kind === 'uncertain' && (result.reason === 'response_too_large' || result.reason === 'bad_response'))
    return { outcome: 'malformed', reference: null };
  const isTimeout = ['timeout', 'busy', 'connect_timeout'].includes(result.reason);
  return readCheck({ kind: result.kind, isTimeout }, asked);
}
