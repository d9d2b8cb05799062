export {
  contractsForRouting,
  type ContractTermsStored,
  contractVersionFind,
  contractWon,
  type DeliveryAuth,
  type DeliverySecrets,
  type DeliveryTerms,
  type RoutableContract,
  type RoutableTerms,
} from './store.ts';
export { buyerEmail } from './buyer-store.ts';
export { contractFind, type ContractRow, contractsOf } from './contract-store.ts';
