import { type Entry, gather, growTree, type Tree } from './contract-tree.ts';
import { compileFilters } from './compile-filters.ts';
import { constraintsOf } from './dimensions.ts';
import type { Subject } from './match-filters.ts';
import type { ContractTerms } from './terms.ts';

/** A contract version with its filters, which never change. */
export type Matchable = Pick<ContractTerms, 'contractId' | 'version' | 'geo' | 'demographic' | 'custom'>;

/**
 * Finds the contracts whose filters a lead passes, without asking each: its work grows with how many those are. It
 * never changes; a change of contracts makes another one, which shares what stayed.
 */
export interface Matcher {
  /** Of the settings that it was made of. */
  readonly stamp: number;
  /** Contracts that were indexed when it was made: all of them, or those that changed. */
  readonly indexed: number;
  match(subject: Subject): ReadonlySet<string>;
}

/** A matcher with what the next one needs of it. */
export interface KeptMatcher extends Matcher {
  readonly base: Base;
}

interface Base {
  readonly tree: Tree;
  readonly versions: ReadonlyMap<string, number>;
}

/** Up to so many changes, or this share of all contracts, stand in a small tree beside the great one. */
const MAX_CHANGES = 64;
const MAX_SHARE = 0.1;

/**
 * The matcher of these contracts. With one from before, only what changed since is indexed, as long as that is little
 * beside the whole: contracts that are gone, or have another version, are left out of what the great tree finds.
 */
export function matcherOf(stamp: number, contracts: readonly Matchable[], before?: KeptMatcher): KeptMatcher {
  const changed =
    before && contracts.filter(({ contractId, version }) => before.base.versions.get(contractId) !== version);
  if (before && changed) {
    const outdated = outdatedIn(before.base, contracts, changed);
    if (changed.length + outdated.size <= Math.max(MAX_CHANGES, MAX_SHARE * contracts.length))
      return withChanges(stamp, before.base, { changed, outdated });
  }
  const versions = new Map(contracts.map(({ contractId, version }) => [contractId, version]));
  const tree = growTree(contracts.map(entryOf));
  return { stamp, indexed: contracts.length, base: { tree, versions }, match: (subject) => gathered(tree, subject) };
}

function withChanges(
  stamp: number,
  base: Base,
  { changed, outdated }: { readonly changed: readonly Matchable[]; readonly outdated: ReadonlySet<string> },
): KeptMatcher {
  const fresh = growTree(changed.map(entryOf));
  return {
    stamp,
    indexed: changed.length,
    base,
    match(subject) {
      const found = gathered(base.tree, subject);
      for (const contractId of outdated) found.delete(contractId);
      gather(fresh, subject, found);
      return found;
    },
  };
}

function gathered(tree: Tree, subject: Subject): Set<string> {
  const found = new Set<string>();
  gather(tree, subject, found);
  return found;
}

/** The contracts of the great tree that are gone, or have another version. */
function outdatedIn(base: Base, contracts: readonly Matchable[], changed: readonly Matchable[]): Set<string> {
  const outdated = new Set<string>();
  for (const { contractId } of changed) if (base.versions.has(contractId)) outdated.add(contractId);
  if (contracts.length - changed.length + outdated.size === base.versions.size) return outdated;
  const kept = new Set(contracts.map(({ contractId }) => contractId));
  for (const contractId of base.versions.keys()) if (!kept.has(contractId)) outdated.add(contractId);
  return outdated;
}

const entryOf = ({ contractId, geo, demographic, custom }: Matchable): Entry => {
  const filters = { geo, demographic, custom };
  return { kind: 'one', contractId, fits: compileFilters(filters), constraints: constraintsOf(filters) };
};
