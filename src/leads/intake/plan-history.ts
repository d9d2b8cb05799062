import type { RoutableContract } from '../contracts/index.ts';
import type { RoutableOffer } from '../routing/index.ts';
import { SEARCHED } from './domain/dedup-values.ts';

/** What earlier sales are looked at for, among contracts. */
export interface HistoryPlan {
  /** Contracts whose buyers want nobody twice. */
  readonly sparing: readonly RoutableContract[];
  readonly affinity: RoutableOffer['affinity'];
  readonly buyerIds: readonly string[];
  /** Fields whose tokens are looked up, and how many days back. */
  readonly fields: readonly string[];
  readonly days: number;
}

/** What these contracts, and the affinity of their offer, ask of earlier sales: the same for every lead. */
export function planHistory(contracts: readonly RoutableContract[], affinity: RoutableOffer['affinity']): HistoryPlan {
  const sparing = contracts.filter(({ dedup }) => dedup !== null && dedup.windowDays > 0);
  const rules = sparing.flatMap(({ dedup }) => dedup ?? []);
  return {
    sparing,
    affinity,
    buyerIds: (affinity ? contracts : sparing).map(({ buyerId }) => buyerId),
    fields: [...new Set([...rules.flatMap(({ fields }) => fields), ...(affinity ? SEARCHED : [])])],
    days: Math.max(affinity?.days ?? 0, ...rules.map(({ windowDays }) => windowDays)),
  };
}
