export { standingUnder } from './build-standing.ts';
export { decide, type DecideInput, type Decision, type OfferTerms, type Verdict } from './domain/decide.ts';
export { rankKey } from './domain/rank.ts';
export { parseCustomFilters } from './domain/parse-custom.ts';
export { parseDemographicFilters } from './domain/parse-demographic.ts';
export { parseGeoFilters } from './domain/parse-geo.ts';
export { reasonSentence, rejectionText } from './domain/reasons.ts';
export type { ContractFilters, ContractTerms, CustomFilter } from './domain/terms.ts';
export { offerFind, type OfferRow, offersForRouting, type RoutableOffer } from './store.ts';
