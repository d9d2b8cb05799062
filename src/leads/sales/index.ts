export { type AttemptOutcome, attemptFinish, attemptInsert, type NewAttempt } from './attempt-store.ts';
export { attemptList, attemptListLost, type AttemptRow, PROCESS_LOST } from './attempt-store.ts';
export { linesOfSale } from './domain/ledger-lines.ts';
export { DELIVER_JOB, enqueueDelivery } from './enqueue-delivery.ts';
export { ledgerBook } from './ledger-store.ts';
export { attemptFor, buyerLeadIdPlace, reserveFor } from './reserve-sale.ts';
export { licensedPart } from './read-licensed.ts';
export { type NewSale, saleInsert, saleLock, saleMove, type SaleRow, type SaleStatus } from './store.ts';
export { saleClaimOverdue, saleCountOfBuyer, saleFind, saleListOfBuyer, saleListOfLead } from './store.ts';
