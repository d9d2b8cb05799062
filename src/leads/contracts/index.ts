export { returnTermsOf, returnWordsOf } from './store.ts';
export {
  type BiddingTerms,
  contractsForRouting,
  type ContractTermsStored,
  contractVersionFind,
  contractVersionTerms,
  type DeliveryAuth,
  type DeliverySecrets,
  type DeliveryTerms,
  type RoutableContract,
  type RoutableTerms,
} from './store.ts';
export { applyDraft, blankContract } from './build-draft.ts';
export { draftFields } from './draft-wire.ts';
export { authorisation } from './attach-authorisation.ts';
export { isSameOrigin } from './domain/check-url.ts';
export { buyerEmail, buyerRecords, type BuyerRow } from './buyer-store.ts';
export { contractFind, contractRecords, type ContractRow, contractsOf } from './contract-store.ts';
export { contractsUsingField, type FieldUse } from './contract-store.ts';
