import { createHash } from 'node:crypto';
import type { PhiClass } from '../../core/access/index.ts';
import { lengthPrefixed, type SubjectLease, type Vault } from '../../core/vault/index.ts';
import { AppError, type Fault, invalid } from '../../kernel/app-error.ts';
import { rejectionText } from '../routing/index.ts';
import { canonicalPayload } from './domain/canonical-payload.ts';
import { type ClearColumns, clearColumns } from './domain/clear-columns.ts';
import { dedupValues, SEARCHED } from './domain/dedup-values.ts';
import type { FieldValue } from './domain/fields.ts';
import type { TestResult } from './domain/forced-outcome.ts';
import { type ReadLead, readLead } from './domain/read-lead.ts';
import { rejectionOf } from './domain/rejection-of.ts';
import { type Screenable, whatIsScreened } from './read-screenable.ts';
import type { ShadowAnswer } from './domain/shadow-answer.ts';
import { splitByClass } from './domain/split-by-class.ts';
import { readPhone } from '../../core/consent/index.ts';
import type { CampaignRules } from './load-snapshot.ts';

/** A lead that was read and indexed: all that a decision upon it goes by. */
export interface IndexedLead extends Screenable {
  readonly campaign: CampaignRules;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly isTest: boolean;
  /** The outcome that a test is answered with. */
  readonly testResult: TestResult | undefined;
  /** Whether it is judged only, and not kept. */
  readonly validateOnly: boolean;
  /** Set for a post that is only decided: what another system answered to it, if that is known. */
  readonly shadow: { readonly theirs: ShadowAnswer | undefined } | undefined;
  /** The only buyers that the consent covers; undefined where the sender set no such limit. */
  readonly acceptedBuyerIds: readonly string[] | undefined;
  /** The quote that it was posted to. */
  readonly pingId: string | undefined;
  readonly warnings: ReadLead['warnings'];
  readonly clear: ClearColumns;
  readonly tokens: readonly { readonly field: string; readonly token: Buffer }[];
}

/** A lead that was read, sealed and indexed, and is ready to be committed. Made outside of any transaction. */
export interface PreparedLead extends IndexedLead {
  readonly lease: SubjectLease;
  readonly sealed: Readonly<Partial<Record<PhiClass, Buffer>>>;
  readonly payloadHash: Buffer;
  /** What makes a repeat of this request the same request. */
  readonly claim: Buffer;
  readonly claimSeconds: number;
}

/** What is sealed of one PHI class. */
export interface SealedClass {
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** As sent, where normalisation changed it. */
  readonly original?: Readonly<Record<string, unknown>>;
  /** Fields that nobody defined. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

const KEY_CLAIM_SECONDS = 24 * 3600;
const PAYLOAD_CLAIM_SECONDS = 60;

/** Parts of the wire contract whose work is not done yet: accepting them would be a false promise. */
const NOT_YET = ['parentLeadId'] as const;

interface Preparing {
  readonly vault: Vault;
  readonly tenantId: string;
  readonly campaign: CampaignRules;
}

/** Reads and seals the body of a post. Throws VALIDATION_ERROR with every fault. */
export async function prepareLead(
  preparing: Preparing,
  post: {
    readonly body: Readonly<Record<string, unknown>>;
    readonly idempotencyKey: string | undefined;
    readonly today: string;
  },
): Promise<PreparedLead> {
  const { vault, tenantId, campaign } = preparing;
  const lead = readBody(campaign, post);
  const payload = canonicalPayload(campaign.campaignId, post.body);
  if (!payload.ok)
    throw invalid([{ field: 'body', rule: payload.error, message: 'Is nested too deeply. Flatten it.' }]);

  const [lease, token] = await Promise.all([vault.lease(tenantId), vault.tokens(tenantId)]);
  // Tokens are made of normalised text, under which different bodies may be alike: of the body only a hash goes in.
  const payloadHash = token('payload', createHash('sha256').update(payload.value).digest('hex'));
  const sealed = sealByClass(preparing, lease, lead);
  return {
    ...indexLead(campaign, lead, { token, today: post.today }),
    lease,
    sealed,
    payloadHash,
    claim:
      post.idempotencyKey === undefined
        ? payloadHash
        : token('idempotency', lengthPrefixed([campaign.campaignId, post.idempotencyKey]).toString('hex')),
    claimSeconds: post.idempotencyKey === undefined ? PAYLOAD_CLAIM_SECONDS : KEY_CLAIM_SECONDS,
  };
}

/** Reads the body of a post by the fields of its campaign. Throws VALIDATION_ERROR with every fault. */
export function readBody(
  campaign: CampaignRules,
  post: { readonly body: Readonly<Record<string, unknown>>; readonly today: string },
): ReadLead {
  const read = readLead(post.body, campaign, { readPhone, today: post.today });
  if (!read.ok) throw refusedFor(read.error);
  refuseEarly(read.value, campaign);
  return read.value;
}

/** Makes the tokens under which a lead is found and looked up in lists. */
export function indexLead(
  campaign: CampaignRules,
  lead: ReadLead,
  { token, today }: { readonly token: (field: string, value: string) => Buffer; readonly today: string },
): IndexedLead {
  const values = dedupValues(lead.fields, [...SEARCHED, ...campaign.dedupFields, ...campaign.buyerDedupFields]);
  const isTest = isTestOf(lead, campaign);
  return {
    campaign,
    fields: lead.fields,
    isTest: isTest || campaign.shadow,
    shadow: campaign.shadow && !isTest ? { theirs: lead.shadowAnswer } : undefined,
    testResult: lead.testResult,
    validateOnly: lead.validateOnly,
    acceptedBuyerIds: lead.acceptedBuyerIds,
    pingId: lead.pingId,
    warnings: [...lead.warnings, ...unshadowed(lead, campaign)],
    clear: clearColumns(lead.fields, today),
    tokens: values.map(({ field, value }) => ({ field, token: token(field, value) })),
    ...whatIsScreened(lead, campaign, token),
  };
}

/** An answer to compare with is of no use to a campaign that sells; its leads are sold all the same. */
function unshadowed({ shadowAnswer }: ReadLead, { shadow }: CampaignRules): ReadLead['warnings'] {
  if (shadowAnswer === undefined || shadow) return [];
  const message = 'The campaign is not in shadow, so nothing is compared with it. Leave it out.';
  return [{ field: 'shadowAnswer', rule: 'not_in_shadow', message }];
}

const isTestOf = (lead: ReadLead, campaign: CampaignRules): boolean => lead.isTest || campaign.status === 'testing';

function refuseEarly(lead: ReadLead, campaign: CampaignRules): void {
  if (lead.testResult !== undefined && !isTestOf(lead, campaign)) {
    const remedy = 'Outcomes are chosen for tests only. Send testMode as true with it, or leave it out.';
    throw invalid([{ field: 'testResult', rule: 'needs_test_mode', message: remedy }]);
  }
  const early = NOT_YET.filter((field) => lead[field] !== undefined);
  if (early.length === 0) return;
  const message = 'Is not available in this version. Leave it out.';
  throw invalid(early.map((field) => ({ field, rule: 'not_available', message })));
}

/** The faults, with the one reason and text that the wire contract has for a refused lead. */
function refusedFor(faults: readonly Fault[]): AppError {
  const { code, field } = rejectionOf(faults);
  const { message } = invalid(faults);
  const details = { reason: code, rejectionReason: rejectionText(code, field) };
  return new AppError('VALIDATION_ERROR', message, { faults, details });
}

function sealByClass(
  { vault, tenantId, campaign }: Preparing,
  lease: SubjectLease,
  lead: ReadLead,
): Partial<Record<PhiClass, Buffer>> {
  const fields = splitByClass(lead.fields, campaign.definitions);
  const original = splitByClass(lead.original, campaign.definitions);
  const extra = splitByClass(lead.extra, campaign.definitions);
  const sealed: Partial<Record<PhiClass, Buffer>> = {};
  for (const part of ['identity', 'contact', 'health', 'other'] as const) {
    const content: SealedClass = {
      fields: fields[part] ?? {},
      ...(original[part] ? { original: original[part] } : {}),
      ...(extra[part] ? { extra: extra[part] } : {}),
    };
    if (Object.keys(content.fields).length === 0 && !content.original && !content.extra) continue;
    const place = { tenantId, table: 'leads', recordId: lease.subjectId, part };
    sealed[part] = vault.seal(lease.key, place, Buffer.from(JSON.stringify(content)));
  }
  return sealed;
}
