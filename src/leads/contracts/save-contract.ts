import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Static } from 'typebox';
import { type Caller, isBoundByRules } from '../../core/access/index.ts';
import { changePlain, insertPlain, type Writing } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { AppError, type Fault, invalid } from '../../kernel/app-error.ts';
import { newWebhookSecret } from '../../platform/outbound/index.ts';
import { checkTerms } from './check-terms.ts';
import {
  contractRecords,
  type ContractRow,
  contractSecretsFind,
  contractSecretsUpdate,
  contractVersionInsert,
} from './contract-store.ts';
import { contractProfile, type contractCreate, type contractUpdate } from './contract-wire.ts';
import { BLANK_TERMS, type ReadTerms, readTerms } from './read-terms.ts';
import type { ContractTermsStored, DeliverySecrets } from './store.ts';

const plain = { records: contractRecords, columns: ['name', 'buyerId', 'verticalId'], profile: contractProfile };

interface Saved {
  readonly row: ContractRow;
  readonly warnings: readonly Fault[];
  /** A signing secret that was just made. */
  readonly signingSecret: string | undefined;
}

/** Makes a contract with version 1 of its terms and a signing secret. One without a delivery is in setup. */
export async function insertContract(vault: Vault, writing: Writing<Static<typeof contractCreate>>): Promise<Saved> {
  const { tx, body, caller } = writing;
  await requireUnbound(tx, caller);
  const read = readTerms(body, BLANK_TERMS);
  const unpriced: Fault[] =
    body.price === undefined && body.pricePerLead === undefined && !read.terms.bidding
      ? [{ field: 'price', rule: 'required', message: 'This field is required. Send what the buyer pays for a lead.' }]
      : [];
  const warnings = await settleTerms(tx, body.verticalId, read, unpriced);
  const status = isSetUp(read.terms) ? (body.status ?? 'active') : inactiveOf(body.status);
  const row = await insertPlain(plain, writing, { status });
  await contractVersionInsert(tx, { contractId: row.id, version: 1, buyerId: row.buyerId, terms: read.terms });
  const signingSecret = newWebhookSecret(randomBytes(32));
  await sealSecrets(vault, tx, row.id, { signingSecret, ...authsOf(read) });
  return { row: { ...row, terms: read.terms }, warnings, signingSecret };
}

/** Changes a contract; a change of terms makes a new version. */
export async function changeContract(
  vault: Vault,
  writing: Writing<Static<typeof contractUpdate>>,
  row: ContractRow,
): Promise<Saved> {
  const { tx, body, caller } = writing;
  const read = readTerms(body, row.terms);
  const warnings = await settleTerms(tx, row.verticalId, read, [
    ...immutableFaults(body, row),
    ...statusFaults(body, row, read.terms),
  ]);
  const changed = !isDeepStrictEqual(asStored(read.terms), row.terms);
  if (changed || body.status === 'active') await requireUnbound(tx, caller);
  const version = changed ? row.version + 1 : row.version;
  if (changed)
    await contractVersionInsert(tx, { contractId: row.id, version, buyerId: row.buyerId, terms: read.terms });
  const signingSecret = await changeSecrets(vault, tx, row.id, {
    ...read,
    rotate: body.rotateSigningSecret === true,
  });
  const { buyerId: _buyer, verticalId: _vertical, ...rest } = body;
  const saved = await changePlain(plain, { ...writing, body: rest }, row, { status: body.status, version });
  return { row: saved, warnings, signingSecret };
}

/**
 * Throws FORBIDDEN for somebody from whom rules for fields keep something of leads: a contract says which fields go
 * where, so its terms would be a way round.
 */
async function requireUnbound(tx: TenantWriter, caller: Caller): Promise<void> {
  if (!(await isBoundByRules(tx, caller))) return;
  const message =
    'Rules for fields keep something of leads from you: a contract would send it on. Ask somebody with a whole role.';
  throw new AppError('FORBIDDEN', message);
}

/** Throws every fault of a request at once, or gives its warnings. */
async function settleTerms(
  tx: TenantWriter,
  verticalId: string,
  read: ReadTerms,
  more: readonly Fault[],
): Promise<readonly Fault[]> {
  const checked = await checkTerms(tx, verticalId, read.terms);
  const faults = [...more, ...read.faults, ...checked.faults];
  if (faults.length > 0) throw invalid(faults);
  return checked.warnings;
}

/** Whether it says where leads go, and where bids are asked for if it bids. */
const isSetUp = ({ delivery, bidding }: ContractTermsStored): boolean => delivery !== null && bidding?.url !== '';

const inactiveOf = (wanted: string | undefined): string =>
  wanted === undefined || wanted === 'active' ? 'setup' : wanted;

function immutableFaults(body: Static<typeof contractUpdate>, row: ContractRow): Fault[] {
  return (['buyerId', 'verticalId'] as const)
    .filter((field) => body[field] !== undefined && body[field] !== row[field])
    .map((field) => ({
      field,
      rule: 'immutable',
      message: 'A contract stays with its buyer and vertical. Make another contract.',
    }));
}

function statusFaults(body: Static<typeof contractUpdate>, row: ContractRow, terms: ContractTermsStored): Fault[] {
  if ((body.status ?? row.status) !== 'active' || isSetUp(terms)) return [];
  const [field, what] = terms.delivery
    ? ['pingDeliveryConfig', 'an address for bids']
    : ['deliveryUrl', 'a delivery address'];
  const message = `An active contract needs ${what}. Send one, or another status.`;
  return [{ field, rule: 'required', message }];
}

/** Terms as they come back from the database. */
const asStored = (terms: ContractTermsStored): unknown => JSON.parse(JSON.stringify(terms));

async function changeSecrets(
  vault: Vault,
  tx: TenantWriter,
  contractId: string,
  change: Pick<ReadTerms, 'auth' | 'pingAuth'> & { readonly rotate: boolean },
): Promise<string | undefined> {
  if (change.auth === undefined && change.pingAuth === undefined && !change.rotate) return undefined;
  const before = await openSecrets(vault, tx, contractId);
  const auth = change.auth === undefined ? before?.auth : change.auth;
  const pingAuth = change.pingAuth === undefined ? before?.pingAuth : change.pingAuth;
  const fresh = change.rotate || before === undefined ? newWebhookSecret(randomBytes(32)) : undefined;
  await sealSecrets(vault, tx, contractId, {
    signingSecret: fresh ?? before?.signingSecret ?? '',
    ...authsOf({ auth, pingAuth }),
  });
  return fresh;
}

const authsOf = ({ auth, pingAuth }: Pick<ReadTerms, 'auth' | 'pingAuth'>): Omit<DeliverySecrets, 'signingSecret'> => ({
  ...(auth ? { auth } : {}),
  ...(pingAuth ? { pingAuth } : {}),
});

const placeOf = (tx: TenantWriter, contractId: string) => ({
  tenantId: tx.context.tenantId,
  table: 'contracts',
  recordId: contractId,
  part: 'delivery',
});

async function openSecrets(vault: Vault, tx: TenantWriter, contractId: string): Promise<DeliverySecrets | undefined> {
  const sealed = await contractSecretsFind(tx, contractId);
  if (sealed === null) return undefined;
  return JSON.parse((await vault.openSecret(placeOf(tx, contractId), sealed)).toString('utf8')) as DeliverySecrets;
}

async function sealSecrets(
  vault: Vault,
  tx: TenantWriter,
  contractId: string,
  secrets: DeliverySecrets,
): Promise<void> {
  const sealed = await vault.sealSecret(placeOf(tx, contractId), Buffer.from(JSON.stringify(secrets)));
  await contractSecretsUpdate(tx, contractId, sealed);
}
