import type { Static } from 'typebox';
import { formatCents } from '../../kernel/money.ts';
import { reasonSentence } from '../routing/index.ts';
import { reasonText } from './answer-submit.ts';
import { type Because, type Compared, type Comparison, type Figures, type Move } from './domain/compare-replay.ts';
import type { replayAnswer } from './replay-wire.ts';

type Shown = Static<typeof replayAnswer>['data'];
type RefusalCode = Parameters<typeof reasonSentence>[0];

/** Whoever a contract belongs to, in words. */
export interface NamedContract {
  readonly contractName: string;
  readonly buyerName: string;
}

/** What the comparison is told with. */
export interface Naming {
  readonly nameOf: (contractId: string) => NamedContract;
  readonly isNew: (contractId: string) => boolean;
  readonly isDraft: (contractId: string) => boolean;
  /** Contracts that are asked today or by the drafts: each has its row, whether it has leads or not. */
  readonly asked: readonly { readonly contractId: string; readonly buyerId: string }[];
}

type ShownComparison = Pick<
  Shown,
  'sold' | 'totals' | 'contracts' | 'buyers' | 'moves' | 'because' | 'unsold' | 'samples'
>;

const NONE: Figures = { sales: 0, revenueCents: 0, payoutCents: 0, marginCents: 0 };
const NOTHING: Compared = { actual: NONE, control: NONE, draft: NONE, change: NONE };

/** A comparison in names, words and amounts, whoever has most money at stake first. */
export function showComparison(found: Comparison, { nameOf, isNew, isDraft, asked }: Naming): ShownComparison {
  const counted = new Set(found.contracts.map(({ contractId }) => contractId));
  const idle = asked.filter(({ contractId }) => !counted.has(contractId)).map((one) => ({ ...one, ...NOTHING }));
  const contracts = [...found.contracts, ...idle].toSorted(byMoney);
  const buyers = new Map(contracts.map(({ buyerId, contractId }) => [buyerId, nameOf(contractId).buyerName]));
  const idleBuyers = [...buyers.keys()].filter((id) => !found.buyers.some(({ buyerId }) => buyerId === id));
  const { actual, control, draft } = found.sold;
  const { became_sold, became_unsold, changed_hands, repriced } = found.moves;
  return {
    sold: { actual, control, draft, change: draft - control },
    totals: showCompared(found.totals),
    contracts: contracts.map(({ contractId, buyerId, ...row }) => ({
      contractId: isNew(contractId) ? null : contractId,
      buyerId,
      ...nameOf(contractId),
      isDraft: isDraft(contractId),
      isNew: isNew(contractId),
      ...showCompared(row),
    })),
    buyers: [...found.buyers, ...idleBuyers.map((buyerId) => ({ buyerId, ...NOTHING }))]
      .toSorted(byMoney)
      .map(({ buyerId, ...row }) => ({ buyerId, buyerName: buyers.get(buyerId) ?? '', ...showCompared(row) })),
    moves: {
      becameSold: became_sold,
      becameUnsold: became_unsold,
      changedHands: changed_hands,
      repriced,
    },
    ...showMoves(found, (contractId) => nameOf(contractId).contractName),
  };
}

const showMoves = (
  { because, unsold, samples }: Comparison,
  nameOf: (contractId: string) => string,
): Pick<Shown, 'because' | 'unsold' | 'samples'> => ({
  because: because.map(({ move, leads, ...why }) => ({
    move,
    code: why.code ?? why.by,
    text: becauseText(move, why),
    leads,
  })),
  unsold: unsold.map(({ reason, control, draft }) => ({
    reason,
    text: `${reasonText(reason) ?? ''}.`,
    control,
    draft,
    change: draft - control,
  })),
  samples: samples.map(({ leadId, number, move, from, to, ...why }) => ({
    leadId,
    shortId: `L-${number}`,
    move,
    from: from.map(nameOf),
    to: to.map(nameOf),
    text: becauseText(move, why),
  })),
});

const stakeOf = ({ actual, control, draft }: Compared): number =>
  Math.max(actual.revenueCents, control.revenueCents, draft.revenueCents);
const byMoney = (one: Compared, other: Compared): number => stakeOf(other) - stakeOf(one);

const showCompared = ({ actual, control, draft, change }: Compared) => ({
  actual: showFigures(actual),
  control: showFigures(control),
  draft: showFigures(draft),
  change: showFigures(change),
});

const showFigures = ({ sales, revenueCents, payoutCents, marginCents }: Figures) => ({
  sales,
  revenue: formatCents(revenueCents),
  payout: formatCents(payoutCents),
  margin: formatCents(marginCents),
});

/** Names no field: a refusal is told by its code alone. */
function becauseText(move: Move, { by, code }: Because): string {
  const said = code === null ? '' : reasonSentence(code as RefusalCode);
  switch (by) {
    case 'lost':
      return `By the drafts, whoever has it today may not: ${said}`;
    case 'won':
      return `Today, whoever gets it by the drafts may not: ${said}`;
    case 'new':
      return 'A contract gets it that the offer does not ask today.';
    case 'order':
      return move === 'became_unsold'
        ? 'Who might have it has reached its caps with others.'
        : 'Another contract comes first in the order, or one more may have it.';
    default:
      return 'The same buyers have it at another price or payout.';
  }
}

/** What a replay takes for granted. */
export const ASSUMPTIONS: Shown['assumptions'] = [
  { code: 'accepted', text: 'Every buyer is taken to accept each lead that it is offered.' },
  { code: 'caps_from_zero', text: 'Caps count the leads of the replay alone, from nothing at its beginning.' },
  {
    code: 'answered_at_once',
    text: 'Buyers answer at once, so that only a cap of no leads at all is met of those on leads at once.',
  },
  { code: 'packs_full', text: 'Packs that are active today begin full, whatever was taken of them.' },
  { code: 'credit_left_out', text: 'What buyers owe, and their credit limits, are left out.' },
  { code: 'today', text: 'All that no draft speaks of is as it is set today, also what campaigns and margins pay.' },
  {
    code: 'kept_refusals',
    text: 'Duplicates, suppressed people and bids are taken from what was found when each lead came.',
  },
  { code: 'first_round', text: 'What people did with leads by hand counts only among what truly happened.' },
];
