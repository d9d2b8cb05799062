export {
  type AttemptOutcome,
  attemptFinish,
  attemptInsert,
  attemptList,
  attemptListLost,
  type AttemptRow,
  type NewAttempt,
} from './attempt-store.ts';
export { linesOfSale } from './domain/ledger-lines.ts';
export { buyerBalance, ledgerBook } from './ledger-store.ts';
export { attemptFor, licensedPlace, reserveFor } from './reserve-sale.ts';
export {
  type NewSale,
  saleClaimOverdue,
  saleFind,
  saleInsert,
  saleListOfBuyer,
  saleListOfLead,
  saleLock,
  saleMove,
  type SaleRow,
  type SaleStatus,
} from './store.ts';
