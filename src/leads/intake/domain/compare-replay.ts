/** A sale that was made, or would have been. */
export interface ReplaySale {
  readonly contractId: string;
  readonly buyerId: string;
  readonly priceCents: number;
  readonly payoutCents: number;
}

/** What a lead comes to under one set of settings. */
export interface ReplaySide {
  readonly sales: readonly ReplaySale[];
  /** Why nobody has it; null where somebody has. */
  readonly reason: string | null;
  /** By contract that was asked: the code of its refusal, null where it could have had the lead. */
  readonly asked: ReadonlyMap<string, string | null>;
}

/** A lead as it was sold, as it would be by the settings of today, and as by the drafts. */
export interface ReplayedLead {
  readonly leadId: string;
  readonly number: number;
  readonly actual: readonly ReplaySale[];
  readonly control: ReplaySide;
  readonly draft: ReplaySide;
}

export interface Figures {
  readonly sales: number;
  readonly revenueCents: number;
  readonly payoutCents: number;
  readonly marginCents: number;
}

export const COLUMNS = ['actual', 'control', 'draft'] as const;
export type Column = (typeof COLUMNS)[number];

/** `change` is what the drafts bring beyond the settings of today. */
export type Compared = Readonly<Record<Column | 'change', Figures>>;

export const MOVES = ['became_sold', 'became_unsold', 'changed_hands', 'repriced'] as const;
export type Move = (typeof MOVES)[number];

/**
 * Why a lead moved. `lost`: the contract that had it refuses it by this code. `won`: the one that gets it refused it by
 * this code before. `new`: the one that gets it was not asked before. `order`: it comes before the other now.
 * `terms`: the same contracts have it at other money.
 */
export interface Because {
  readonly by: 'lost' | 'won' | 'new' | 'order' | 'terms';
  readonly code: string | null;
}

/** A lead that moved, for a person to look at. */
export interface ReplaySample extends Because {
  readonly leadId: string;
  readonly number: number;
  readonly move: Move;
  /** Contracts that have it today and would have it. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface Comparison {
  readonly leads: number;
  /** Leads that somebody has. */
  readonly sold: Readonly<Record<Column, number>>;
  readonly totals: Compared;
  readonly contracts: readonly (Compared & { readonly contractId: string; readonly buyerId: string })[];
  readonly buyers: readonly (Compared & { readonly buyerId: string })[];
  readonly moves: Readonly<Record<Move, number>>;
  readonly because: readonly (Because & { readonly move: Move; readonly leads: number })[];
  /** Why leads stay with nobody, today and by the drafts. */
  readonly unsold: readonly { readonly reason: string; readonly control: number; readonly draft: number }[];
  readonly samples: readonly ReplaySample[];
}

/** Counts leads one by one, and holds no more of them than a few to be looked at. */
export interface Comparing {
  add(lead: ReplayedLead): void;
  result(): Comparison;
}

type Tally = Record<Column, Figures>;

const NONE: Figures = { sales: 0, revenueCents: 0, payoutCents: 0, marginCents: 0 };
const blank = (): Tally => ({ actual: NONE, control: NONE, draft: NONE });

/** Begins to compare; of each kind of move so many leads are named, those of the lowest numbers. */
export function startComparison(samplesPerMove: number): Comparing {
  const contracts = new Map<string, { readonly buyerId: string; readonly tally: Tally }>();
  const sold = { actual: 0, control: 0, draft: 0 };
  const unsold = new Map<string, { control: number; draft: number }>();
  const moved = startMoves(samplesPerMove);
  let leads = 0;
  const count = (column: Column, sales: readonly ReplaySale[]): void => {
    if (sales.length > 0) sold[column] += 1;
    for (const sale of sales) {
      const row = contracts.get(sale.contractId) ?? { buyerId: sale.buyerId, tally: blank() };
      row.tally[column] = plus(row.tally[column], figuresOf(sale));
      contracts.set(sale.contractId, row);
    }
  };
  const countUnsold = (column: 'control' | 'draft', { sales, reason }: ReplaySide): void => {
    if (sales.length > 0 || reason === null) return;
    const counted = unsold.get(reason) ?? { control: 0, draft: 0 };
    counted[column] += 1;
    unsold.set(reason, counted);
  };
  return {
    add(lead) {
      leads += 1;
      count('actual', lead.actual);
      for (const column of ['control', 'draft'] as const) {
        count(column, lead[column].sales);
        countUnsold(column, lead[column]);
      }
      moved.add(lead);
    },
    result: () => ({
      leads,
      sold: { ...sold },
      ...sumUp(contracts),
      unsold: [...unsold].map(([reason, counted]) => ({ reason, ...counted })).toSorted(byName(({ reason }) => reason)),
      ...moved.result(),
    }),
  };
}

function sumUp(
  contracts: ReadonlyMap<string, { readonly buyerId: string; readonly tally: Tally }>,
): Pick<Comparison, 'totals' | 'contracts' | 'buyers'> {
  const total = blank();
  const buyers = new Map<string, Tally>();
  for (const { buyerId, tally } of contracts.values()) {
    const own = buyers.get(buyerId) ?? blank();
    for (const column of COLUMNS) {
      total[column] = plus(total[column], tally[column]);
      own[column] = plus(own[column], tally[column]);
    }
    buyers.set(buyerId, own);
  }
  const rows = [...contracts].map(([contractId, { buyerId, tally }]) => ({ contractId, buyerId, ...compared(tally) }));
  return {
    totals: compared(total),
    contracts: rows.toSorted(byName(({ contractId }) => contractId)),
    buyers: [...buyers]
      .map(([buyerId, tally]) => ({ buyerId, ...compared(tally) }))
      .toSorted(byName(({ buyerId }) => buyerId)),
  };
}

const compared = (tally: Tally): Compared => ({ ...tally, change: plus(tally.draft, tally.control, -1) });

const figuresOf = ({ priceCents, payoutCents }: ReplaySale): Figures => ({
  sales: 1,
  revenueCents: priceCents,
  payoutCents,
  marginCents: priceCents - payoutCents,
});

/** Nothing that is taken away is a nought below zero. */
const plus = (one: Figures, other: Figures, sign: 1 | -1 = 1): Figures => ({
  sales: one.sales + sign * other.sales,
  revenueCents: one.revenueCents + sign * other.revenueCents,
  payoutCents: one.payoutCents + sign * other.payoutCents,
  marginCents: one.marginCents + sign * other.marginCents,
});

const byName =
  <T>(nameOf: (row: T) => string) =>
  (one: T, other: T): number =>
    nameOf(one) < nameOf(other) ? -1 : Number(nameOf(one) > nameOf(other));

function startMoves(samplesPerMove: number): {
  add(lead: ReplayedLead): void;
  result(): Pick<Comparison, 'moves' | 'because' | 'samples'>;
} {
  const moves: Record<Move, number> = { became_sold: 0, became_unsold: 0, changed_hands: 0, repriced: 0 };
  const because = new Map<string, Because & { readonly move: Move; leads: number }>();
  const samples: Record<Move, ReplaySample[]> = { became_sold: [], became_unsold: [], changed_hands: [], repriced: [] };
  return {
    add(lead) {
      const move = moveOf(lead);
      if (move === null) return;
      moves[move] += 1;
      const { leadId, number, control, draft } = lead;
      const why = whyMoved(move, control, draft);
      const name = `${move}/${why.by}/${why.code ?? ''}`;
      const counted = because.get(name) ?? { move, ...why, leads: 0 };
      counted.leads += 1;
      because.set(name, counted);
      const sample = { leadId, number, move, ...why, from: contractsOf(control), to: contractsOf(draft) };
      samples[move] = [...samples[move], sample].toSorted((a, b) => a.number - b.number).slice(0, samplesPerMove);
    },
    result: () => ({
      moves: { ...moves },
      because: [...because]
        .toSorted(([name, one], [other, two]) => two.leads - one.leads || (name < other ? -1 : 1))
        .map(([, counted]) => ({ ...counted })),
      samples: MOVES.flatMap((move) => samples[move]),
    }),
  };
}

const contractsOf = ({ sales }: ReplaySide): string[] => sales.map(({ contractId }) => contractId);

/** What becomes of a lead by the drafts that does not by the settings of today; null for nothing. */
export function moveOf({ control, draft }: Pick<ReplayedLead, 'control' | 'draft'>): Move | null {
  const [before, after] = [new Set(contractsOf(control)), new Set(contractsOf(draft))];
  if (before.size === 0 && after.size === 0) return null;
  if (before.size === 0) return 'became_sold';
  if (after.size === 0) return 'became_unsold';
  if (before.symmetricDifference(after).size > 0) return 'changed_hands';
  const money = ({ sales }: ReplaySide): string =>
    sales
      .map(({ contractId, priceCents, payoutCents }) => `${contractId}/${priceCents}/${payoutCents}`)
      .toSorted()
      .join();
  return money(control) === money(draft) ? null : 'repriced';
}

function whyMoved(move: Move, control: ReplaySide, draft: ReplaySide): Because {
  if (move === 'repriced') return { by: 'terms', code: null };
  const [before, after] = [contractsOf(control), contractsOf(draft)];
  const loser = before.find((contractId) => !after.includes(contractId));
  const lost = loser === undefined ? null : (draft.asked.get(loser) ?? null);
  if (lost !== null) return { by: 'lost', code: lost };
  const winner = after.find((contractId) => !before.includes(contractId));
  if (winner === undefined) return { by: 'order', code: null };
  const refused = control.asked.get(winner);
  if (refused === undefined) return { by: 'new', code: null };
  return refused === null ? { by: 'order', code: null } : { by: 'won', code: refused };
}
