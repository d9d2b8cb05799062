import type { Holding } from '../../core/privacy/index.ts';
import { personForget } from './merge-store.ts';
import { personOfLead } from './lead-store.ts';

/** What holds the leads of one human together. */
export const peopleHoldings: readonly Holding[] = [
  {
    table: 'people',
    columns: ['number', 'key_token', 'tags'],
    phiClasses: ['contact', 'other'],
    retention: 'while a lead of the person is there; a key, while a lead carries it',
    async export({ tx }, subjectId) {
      const person = await personOfLead(tx, subjectId);
      return person ? [person] : [];
    },
    purge: personForget,
  },
];
