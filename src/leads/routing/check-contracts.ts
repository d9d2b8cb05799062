import { neededConsent } from '../../core/consent/index.ts';
import { type TenantReader, tenantState } from '../../core/tenancy/index.ts';
import { calendarDay, sayInstant } from '../../kernel/time.ts';
import type { RoutableContract } from '../contracts/index.ts';
import { GLOBAL_FIELDS } from '../intake/index.ts';
import { fieldsOfTenant, type VerticalRow, verticalsOf } from '../sources/index.ts';
import { standingUnder } from './build-standing.ts';
import { openCounts } from './cap-store.ts';
import { packsLeft } from './pack-store.ts';
import { type Caps, isOpenBounded } from './domain/caps.ts';
import { blocksOf } from './domain/decide.ts';
import { holdAt } from './domain/timetable.ts';
import { fieldFiltersOf, isGroup } from './domain/terms.ts';
import { reasonSentence } from './domain/reasons.ts';
import type { ClosedReason } from './domain/schedule.ts';
import type { CustomFilter } from './domain/terms.ts';
import { isPackEmpty } from './domain/packs.ts';
import { timetableOf } from './domain/timetable.ts';

/** Why something cannot sell, for programs and for people. */
export interface Reason {
  readonly code: string;
  readonly text: string;
}

/** Whether a contract could get a lead that its filters fit, and if not, everything that is in the way. */
export interface ContractReadiness {
  readonly contractId: string;
  readonly name: string;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly canSell: boolean;
  readonly reasons: Reason[];
}

const NOT_SET_UP = { code: 'not_set_up', text: 'The contract has no delivery address.' };
const VERTICAL_INACTIVE = { code: 'vertical_inactive', text: 'The vertical is not active.' };
const SIGNED = {
  code: 'consent_not_given',
  text: 'Under the regime of the vertical each lead needs a signed authorisation, which this version does not keep.',
};

/** Checks contracts by the rules by which a decision refuses them, as far as these do not depend on the lead. */
export async function checkContracts(
  tx: TenantReader,
  contracts: readonly RoutableContract[],
  now: Date,
): Promise<ContractReadiness[]> {
  const verticalIds = [...new Set(contracts.map((contract) => contract.verticalId))];
  const verticals = new Map((await verticalsOf(tx, verticalIds)).map((vertical) => [vertical.id, vertical]));
  const known = await knownFields(tx);
  const { timeZone } = await tenantState(tx);
  const open = await openCounts(
    tx,
    contracts.filter(({ terms: { caps }, buyerCaps }) => isOpenBounded({ caps, buyerCaps })),
  );
  const left = await leftOf(tx, contracts);
  return contracts.map((contract) => {
    const { contractId, name, buyerId, buyerName, verticalId } = contract;
    const vertical = verticals.get(verticalId);
    const reasons = [
      ...(vertical?.status === 'active' ? [] : [VERTICAL_INACTIVE]),
      ...blocksUnder(contract, vertical),
      ...closedNow(contract, now, timeZone),
      ...fullNow(contract, open),
      ...usedUp(contract, left),
      ...(vertical && needsSigned(vertical, now) ? [SIGNED] : []),
      ...unmatchable(contract, known(verticalId)),
    ];
    return { contractId, name, buyerId, buyerName, canSell: reasons.length === 0, reasons };
  });
}

/** One without a delivery counts as in setup: the address is what it lacks, before its status. */
function blocksUnder(contract: RoutableContract, vertical: VerticalRow | undefined): Reason[] {
  const { status: contractStatus, buyerId, verticalId } = contract;
  const standing = standingUnder(vertical?.regime ?? 'none', [buyerId]);
  const isSetUp = contract.terms.delivery.url !== '';
  return blocksOf({ ...contract, contractStatus }, verticalId, standing).map((code) =>
    code === 'contract_inactive' && !isSetUp ? NOT_SET_UP : { code, text: reasonSentence(code) },
  );
}

/** A contract, or its buyer, may have as many leads at once as it takes. */
function fullNow(
  { contractId, buyerId, terms, buyerCaps }: RoutableContract,
  open: ReadonlyMap<string, number>,
): Reason[] {
  const isFull = ({ concurrent, observe = false }: Caps, ownerId: string): boolean =>
    !observe && (open.get(ownerId) ?? 0) >= (concurrent ?? Infinity);
  const code = isFull(terms.caps, contractId) ? 'cap_reached' : 'buyer_cap_reached';
  if (code === 'buyer_cap_reached' && !isFull(buyerCaps, buyerId)) return [];
  return [{ code, text: reasonSentence(code, { cap: 'concurrent leads' }) }];
}

async function leftOf(tx: TenantReader, contracts: readonly RoutableContract[]): Promise<ReadonlyMap<string, number>> {
  const packIds = contracts.flatMap(({ packs }) => packs.map(({ packId }) => packId));
  return packIds.length === 0 ? new Map<string, number>() : (await packsLeft(tx, packIds)).left;
}

/** A contract may have used up the leads that were bought in advance. */
function usedUp({ packs, terms }: RoutableContract, left: ReadonlyMap<string, number>): Reason[] {
  const prepaid = { packs: terms.bidding ? [] : packs, whenPackEmpty: terms.whenPackEmpty ?? 'refuse' };
  return isPackEmpty(prepaid, left) ? [{ code: 'pack_empty', text: reasonSentence('pack_empty') }] : [];
}

/** Outside its hours a contract that holds leads can sell, for it takes them when it opens. */
function closedNow({ terms: { schedule } }: RoutableContract, now: Date, tenantZone: string): Reason[] {
  const timetable = timetableOf(schedule, tenantZone);
  const reason = timetable.closedFor(now.getTime());
  if (reason === null) return [];
  const opensAt = timetable.nextOpening(now.getTime());
  if (opensAt === null) return [{ code: 'closed', text: `${CLOSED[reason]} It does not open again.` }];
  if (typeof holdAt(timetable, schedule, now.getTime()) === 'number') return [];
  const opening = sayInstant(new Date(opensAt), schedule.timeZone ?? tenantZone);
  return [{ code: 'closed', text: `${CLOSED[reason]} It opens on ${opening}.` }];
}

const CLOSED: Readonly<Record<ClosedReason, string>> = {
  expired: 'The contract has expired.',
  paused: 'The contract is in a planned pause.',
  not_started: 'The contract has not begun.',
  holiday: 'The contract is closed for a holiday.',
  closed_hours: 'The contract is outside its hours.',
};

/** Whether each lead of the vertical needs a signature, wherever the person lives. */
const needsSigned = ({ regime }: VerticalRow, now: Date): boolean =>
  neededConsent({ regime, state: '', day: calendarDay(now, 'UTC') }) === 'signed';

/** Filters that no lead passes, since they ask for a field that leads of the vertical do not have. */
function unmatchable({ terms }: RoutableContract, known: ReadonlySet<string>): Reason[] {
  const canHold = (filter: CustomFilter): boolean => {
    if (!isGroup(filter)) return known.has(filter.field) || filter.operator === 'is_empty';
    return 'any' in filter ? filter.any.some(canHold) : filter.all.every(canHold);
  };
  return terms.custom.flatMap((filter) => {
    if (canHold(filter)) return [];
    const field = fieldFiltersOf([filter]).find((one) => !canHold(one))?.field ?? '';
    const text = `A filter asks for the field ${field}, which leads of this vertical do not have.`;
    return [{ code: 'field_missing', text }];
  });
}

/**
 * Names of fields that leads of a vertical may have. Those of campaigns count for every vertical: a buyer does not see
 * which campaign is in which.
 */
async function knownFields(tx: TenantReader): Promise<(verticalId: string) => ReadonlySet<string>> {
  const rows = await fieldsOfTenant(tx);
  const globals = GLOBAL_FIELDS.map(({ name }) => name);
  return (verticalId) =>
    new Set([
      ...globals,
      ...rows
        .filter((row) => row.tier === 'campaign' || row.verticalId === verticalId)
        .flatMap(({ definition: { name, type } }) => (type === 'phone' ? [name, `${name}Extension`] : [name])),
    ]);
}
