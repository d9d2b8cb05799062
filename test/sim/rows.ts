/** Rows of the rooms, under one roof for the files of this folder. */
export type { AttemptOutcome } from '../../src/leads/delivery/domain/classify-response.ts';
export type { NewAttempt } from '../../src/leads/sales/attempt-store.ts';
export type { LeadState } from '../../src/leads/sales/domain/lead-state.ts';
export type { NewSale, SaleRow } from '../../src/leads/sales/store.ts';
