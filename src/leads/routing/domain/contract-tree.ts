import { type Constraint, type Constraints, keysIn, numberIn } from './dimensions.ts';
import type { Test } from './compile-filters.ts';
import type { Subject } from './match-filters.ts';

/** A contract to be found, with what it asks of leads. */
export interface Entry {
  readonly kind: 'one';
  readonly contractId: string;
  readonly fits: Test;
  readonly constraints: Constraints;
}

/**
 * Contracts, parted by what they ask in one dimension after another. Few, or such as no dimension parts, stand in a
 * leaf and are asked one by one. Who asks for several keys stands in several parts; who asks nothing, or nearly
 * anything, in `rest`.
 */
export type Tree =
  | Entry
  | { readonly kind: 'leaf'; readonly entries: readonly Entry[] }
  | {
      readonly kind: 'keys';
      readonly dimension: string;
      readonly parts: ReadonlyMap<string, Tree>;
      readonly rest: Tree;
    }
  | {
      readonly kind: 'ranges';
      readonly dimension: string;
      /** Where one part ends and the next begins, rising; a number belongs to the part of the last that it reaches. */
      readonly bounds: readonly number[];
      readonly parts: readonly Tree[];
      readonly rest: Tree;
    };

const LEAF = 8;
const MAX_KEYS = 64;
const MAX_PARTS = 32;
/** So many are looked at to choose a split. */
const SAMPLE = 512;
/** A split must leave less than this share of the contracts to be asked. */
const WORTHWHILE = 0.75;

export function growTree(entries: readonly Entry[], used: ReadonlySet<string> = new Set()): Tree {
  const [only] = entries;
  if (only !== undefined && entries.length === 1) return only;
  if (entries.length <= LEAF) return { kind: 'leaf', entries };
  const split = bestSplit(entries, used);
  if (split === null) return { kind: 'leaf', entries };
  const { dimension, bounds } = split;
  const below = new Set([...used, dimension]);
  const parts = new Map<string | number, Entry[]>();
  const rest: Entry[] = [];
  for (const entry of entries) {
    const places = placesIn(entry.constraints.get(dimension), bounds);
    if (places === null) rest.push(entry);
    else
      for (const place of places) {
        const part = parts.get(place);
        if (part) part.push(entry);
        else parts.set(place, [entry]);
      }
  }
  const restTree = growTree(rest, below);
  if (bounds === null) {
    const grown = [...parts].map(([key, part]) => [String(key), growTree(part, below)] as const);
    return { kind: 'keys', dimension, parts: new Map(grown), rest: restTree };
  }
  const ranges = Array.from({ length: bounds.length + 1 }, (_, index) => growTree(parts.get(index) ?? [], below));
  return { kind: 'ranges', dimension, bounds, parts: ranges, rest: restTree };
}

interface Split {
  readonly dimension: string;
  /** Of numbers; null for keys. */
  readonly bounds: readonly number[] | null;
}

/** The dimension that leaves the fewest contracts to be asked of a lead, if any leaves few enough. */
function bestSplit(all: readonly Entry[], used: ReadonlySet<string>): Split | null {
  const step = Math.ceil(all.length / SAMPLE);
  const entries = step === 1 ? all : all.filter((_, index) => index % step === 0);
  let best: Split | null = null;
  let least = entries.length * WORTHWHILE;
  for (const [dimension, constraints] of byDimension(entries, used)) {
    const bounds = boundsOf(constraints);
    const parts = bounds === null ? distinctKeys(constraints) : bounds.length + 1;
    let left = entries.length - constraints.length;
    for (const constraint of constraints) {
      const places = placesIn(constraint, bounds);
      left += places === null ? 1 : places.length / parts;
    }
    if (left < least) [best, least] = [{ dimension, bounds }, left];
  }
  return best;
}

function byDimension(entries: readonly Entry[], used: ReadonlySet<string>): Map<string, Constraint[]> {
  const found = new Map<string, Constraint[]>();
  for (const { constraints } of entries)
    for (const [dimension, constraint] of constraints) {
      if (used.has(dimension)) continue;
      const list = found.get(dimension);
      if (list) list.push(constraint);
      else found.set(dimension, [constraint]);
    }
  return found;
}

function distinctKeys(constraints: readonly Constraint[]): number {
  const keys = new Set<string>();
  for (const constraint of constraints) if ('keys' in constraint) for (const key of constraint.keys) keys.add(key);
  return Math.max(1, keys.size);
}

/** Evenly chosen ends of the ranges; null where the dimension has keys. */
function boundsOf(constraints: readonly Constraint[]): readonly number[] | null {
  const ends: number[] = [];
  for (const constraint of constraints) {
    if ('keys' in constraint) return null;
    ends.push(...[constraint.min, constraint.max].filter(Number.isFinite));
  }
  const sorted = [...new Set(ends)].toSorted((one, other) => one - other);
  const step = Math.max(1, Math.ceil(sorted.length / (MAX_PARTS - 1)));
  return sorted.filter((_, index) => index % step === 0);
}

/** The parts in which a contract stands; null where it stands in the rest. */
function placesIn(
  constraint: Constraint | undefined,
  bounds: readonly number[] | null,
): readonly (string | number)[] | null {
  if (constraint === undefined) return null;
  if ('keys' in constraint) return constraint.keys.size > MAX_KEYS ? null : [...constraint.keys];
  if (bounds === null) return null;
  const [first, last] = [partOf(constraint.min, bounds), partOf(constraint.max, bounds)];
  if ((last - first + 1) * 2 > bounds.length + 1) return null;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** How many bounds a number reaches. */
function partOf(number: number, bounds: readonly number[]): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? Infinity) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds the contracts of a tree whose filters the lead passes. */
export function gather(tree: Tree, subject: Subject, found: Set<string>): void {
  const keys = new Map<string, readonly string[]>();
  const visit = (node: Tree): void => {
    if (node.kind === 'one') {
      if (node.fits(subject)) found.add(node.contractId);
      return;
    }
    if (node.kind === 'leaf') {
      for (const entry of node.entries) if (entry.fits(subject)) found.add(entry.contractId);
      return;
    }
    if (node.kind === 'ranges') {
      const number = numberIn(node.dimension, subject);
      const part = number === null ? undefined : node.parts[partOf(number, node.bounds)];
      if (part) visit(part);
    } else {
      let own = keys.get(node.dimension);
      if (own === undefined) keys.set(node.dimension, (own = keysIn(node.dimension, subject)));
      for (const key of own) {
        const part = node.parts.get(key);
        if (part) visit(part);
      }
    }
    visit(node.rest);
  };
  visit(tree);
}
