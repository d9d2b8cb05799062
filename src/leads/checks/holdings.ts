import type { Holding } from '../../core/privacy/index.ts';
import { answersErase, answersOfLead, checkErase, checksKnown } from './answer-store.ts';

/** What outside services said of contacts. The answers go first: by the tokens beside the lead they are found. */
export const checkHoldings: readonly Holding[] = [
  {
    table: 'check_answers',
    columns: ['token', 'reference'],
    phiClasses: ['contact'],
    retention: 'as many days as the vendor’s setting says, 90 at most; erased with a lead that they are about',
    export: ({ tx }, subjectId) => answersOfLead(tx, subjectId),
    purge: answersErase,
  },
  {
    table: 'lead_checks',
    columns: ['token', 'reference'],
    phiClasses: ['contact'],
    retention: 'as the lead; which vendor was asked, when, and what it said, stays',
    export: ({ tx }, subjectId) => checksKnown(tx, subjectId),
    purge: checkErase,
  },
];
