export { standingUnder } from './build-standing.ts';
export { capCount, reservingLock } from './cap-store.ts';
export { type Caps, type CapPeriod } from './domain/caps.ts';
export {
  CLEAR_STANDING,
  decide,
  type DecideInput,
  type Decision,
  type OfferTerms,
  type Verdict,
} from './domain/decide.ts';
export { type Basis, basisOf } from './domain/keep-basis.ts';
export { decideAgain, type KeptDecision } from './domain/decide-again.ts';
export { pickNext, type Plan, wantedSales } from './domain/pick-next.ts';
export { type BuyerDedup, duplicateContracts, type EarlierSale } from './domain/duplicate-contracts.ts';
export { type Pacing, PACINGS, type Ramp } from './domain/pacing.ts';
export { dividePrice, keepsLeast, type MarginTerms } from './domain/margin.ts';
export { rankKey } from './domain/rank.ts';
export { holdAt } from './domain/hold.ts';
export { type KeptMatcher, matcherOf } from './domain/matcher.ts';
export { ALWAYS_OPEN, isBounded, type Schedule } from './domain/schedule.ts';
export { type Timetable, timetableOf } from './domain/timetable.ts';
export { NO_FILTERS, readFilters } from './read-filters.ts';
export { firstMismatch, type Subject, subjectOf } from './domain/match-filters.ts';
export { type AuctionRefusal, reasonSentence, rejectionText } from './domain/reasons.ts';
export type { ContractFilters, ContractTerms, FieldFilter, Pool } from './domain/terms.ts';
export { fieldFiltersOf, filterPaths } from './domain/filter-group.ts';
export { placeOfZip } from './zip-places.ts';
export { type Book, type BookContract, type CountedOn, type InPlay, takeNext } from './domain/book.ts';
export { bookKeys, closeBook, openBook } from './open-book.ts';
export { offerFind, type OfferRow, offersForRouting, type RoutableOffer } from './store.ts';
