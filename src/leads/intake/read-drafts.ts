import type { Static } from 'typebox';
import { unknownReference } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { type Fault, invalid } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { applyDraft, blankContract, type RoutableContract } from '../contracts/index.ts';
import type { RoutableOffer } from '../routing/index.ts';
import type { Settings } from './load-snapshot.ts';
import type { replayBody } from './replay-wire.ts';

type Body = Static<typeof replayBody>;
type Draft = NonNullable<Body['drafts']>[number];
type Link = RoutableOffer['links'][number];

/** The settings of one offer as they are, and as drafts would have them. */
export interface Drafted {
  readonly today: Settings;
  readonly drafted: Settings;
  readonly verticalId: string;
  /** Contracts of which a draft says something, and of those the ones that there are not. */
  readonly draftIds: readonly string[];
  readonly newIds: ReadonlySet<string>;
  /** Contracts of whose filters a draft says something. */
  readonly filteredIds: readonly string[];
}

interface Found {
  readonly contract: RoutableContract;
  readonly link: Link;
  readonly isNew: boolean;
}

/**
 * Reads drafts over the settings of an offer. A contract that the offer does not sell to is joined to it; a draft
 * without the id of one is a new contract of a buyer. Throws VALIDATION_ERROR with every fault, NOT_FOUND for ids that
 * are not there.
 */
export async function readDrafts(
  tx: TenantReader,
  settings: Settings,
  { offer, verticalId, body }: { readonly offer: RoutableOffer; readonly verticalId: string; readonly body: Body },
): Promise<Drafted> {
  const { drafts = [] } = body;
  const faults: Fault[] = [...repeated(drafts), ...boundFaults(offer, body)];
  const found: Found[] = [];
  for (const [index, draft] of drafts.entries()) {
    const at = (faulty: Fault): Fault => ({ ...faulty, field: `drafts.${index}.${faulty.field}` });
    const one = await findDrafted(tx, settings, { draft, offer, verticalId });
    if ('fault' in one) {
      faults.push(at(one.fault));
      continue;
    }
    const { contractId: _contractId, buyerId: _buyerId, pool, ...said } = draft;
    const applied = applyDraft(one.contract, said);
    faults.push(...applied.faults.map(at));
    const { priority, weight } = draft;
    const own = { ...(pool ? { pool } : {}), ...numbers({ priority, weight }) };
    found.push({ contract: applied.contract, link: { ...one.link, ...own }, isNew: one.isNew });
  }
  if (faults.length > 0) throw invalid(faults);
  return { ...settingsOf(settings, offer, { found, body }), verticalId, ...namesOf(found, drafts) };
}

const numbers = (given: { priority: number | undefined; weight: number | undefined }) => ({
  ...(given.priority === undefined ? {} : { priority: given.priority }),
  ...(given.weight === undefined ? {} : { weight: given.weight }),
});

/** The settings of this offer alone, as they are and with the drafts. */
function settingsOf(
  settings: Settings,
  offer: RoutableOffer,
  { found, body }: { readonly found: readonly Found[]; readonly body: Body },
): Pick<Drafted, 'today' | 'drafted'> {
  const linked = new Set(offer.links.map(({ contractId }) => contractId));
  const contracts = settings.contracts.filter(({ contractId }) => linked.has(contractId));
  const draftIds = new Set(found.map(({ contract }) => contract.contractId));
  const { distributionRule, dqDistributionRule, distributionType, maxSales, status } = body.offer ?? {};
  const terms = {
    ...offer.terms,
    ...(distributionRule === undefined ? {} : { rule: distributionRule }),
    ...(dqDistributionRule === undefined ? {} : { fallbackRule: dqDistributionRule }),
    ...(distributionType === undefined ? {} : { distributionType }),
    ...(maxSales === undefined ? {} : { maxSales }),
    ...(status === undefined ? {} : { status }),
  };
  const kept = offer.links.filter(({ contractId }) => !draftIds.has(contractId));
  const links = [...kept, ...found.map(({ link }) => link)];
  return {
    today: { ...settings, offers: [offer], contracts },
    drafted: {
      ...settings,
      offers: [{ ...offer, terms, links }],
      contracts: [
        ...contracts.filter(({ contractId }) => !draftIds.has(contractId)),
        ...found.map(({ contract }) => contract),
      ],
    },
  };
}

const namesOf = (
  found: readonly Found[],
  drafts: readonly Draft[],
): Pick<Drafted, 'draftIds' | 'newIds' | 'filteredIds'> => ({
  draftIds: found.map(({ contract }) => contract.contractId),
  newIds: new Set(found.flatMap(({ contract, isNew }) => (isNew ? [contract.contractId] : []))),
  filteredIds: found.flatMap(({ contract }, index) => (saysFilters(drafts[index]) ? [contract.contractId] : [])),
});

const saysFilters = (draft: Draft | undefined): boolean =>
  draft?.geoFilters !== undefined || draft?.demographicFilters !== undefined || draft?.customFilters !== undefined;

interface Finding {
  readonly draft: Draft;
  readonly offer: RoutableOffer;
  readonly verticalId: string;
}

async function findDrafted(
  tx: TenantReader,
  settings: Settings,
  finding: Finding,
): Promise<Found | { readonly fault: Fault }> {
  const { contractId, buyerId } = finding.draft;
  if (contractId !== undefined && buyerId === undefined) return findContract(settings, finding, contractId);
  if (contractId === undefined && buyerId !== undefined) return makeContract(tx, finding, buyerId);
  const message = 'Send the contractId of a contract, or the buyerId of a buyer for a new one: one of them.';
  return { fault: { field: 'contractId', rule: 'required', message } };
}

function findContract(
  { contracts }: Settings,
  { offer, verticalId }: Finding,
  contractId: string,
): Found | { readonly fault: Fault } {
  const contract = contracts.find((one) => one.contractId === contractId);
  if (!contract) return { fault: unknownReference('contractId') };
  if (contract.verticalId !== verticalId) {
    const message = 'The contract is for another vertical than the offer. Send a contract of the same vertical.';
    return { fault: { field: 'contractId', rule: 'other_vertical', message } };
  }
  const link = offer.links.find((one) => one.contractId === contractId) ?? unlinked(contractId);
  return { contract, link, isNew: false };
}

async function makeContract(
  tx: TenantReader,
  { draft, verticalId }: Finding,
  buyerId: string,
): Promise<Found | { readonly fault: Fault }> {
  const contractId = newId();
  const contract = await blankContract(tx, { contractId, buyerId, verticalId });
  if (!contract) return { fault: unknownReference('buyerId') };
  const message = 'A new contract needs it. Send what the buyer would pay.';
  if (draft.price === undefined) return { fault: { field: 'price', rule: 'required', message } };
  return { contract, link: unlinked(contractId), isNew: true };
}

const unlinked = (contractId: string): Link => ({ contractId, pool: 'primary', priority: null, weight: null });

function repeated(drafts: readonly Draft[]): Fault[] {
  const message = 'Another draft is of the same contract. Send one draft of each.';
  return drafts.flatMap(({ contractId }, index) => {
    const isSecond = contractId !== undefined && drafts.findIndex((one) => one.contractId === contractId) < index;
    return isSecond ? [{ field: `drafts.${index}.contractId`, rule: 'duplicate', message }] : [];
  });
}

/** A hybrid sells to so many: without the number it would sell to all, which is what multisell is for. */
function boundFaults({ terms }: RoutableOffer, { offer = {} }: Body): Fault[] {
  const maxSales = offer.maxSales === undefined ? terms.maxSales : offer.maxSales;
  if ((offer.distributionType ?? terms.distributionType) !== 'hybrid' || maxSales !== null) return [];
  const message = 'A hybrid offer needs it. Send the most buyers that may get one lead, such as 3.';
  return [{ field: 'offer.maxSales', rule: 'required', message }];
}
