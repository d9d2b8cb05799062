import type { Holding } from '../../core/privacy/index.ts';
import { factsOf } from './facts-store.ts';
import { factsForget, personForget } from './forget-store.ts';
import { personOfLead } from './lead-store.ts';
import { openFacts } from './seal-facts.ts';

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
  {
    table: 'person_facts',
    columns: ['sealed_identity', 'sealed_contact', 'email_token', 'phone_token'],
    phiClasses: ['identity', 'contact'],
    retention: 'until the person asks for the erasure of what was written down by hand',
    async export({ tx, vault }, subjectId) {
      const written = (await factsOf(tx, [subjectId])).get(subjectId);
      return written ? [await openFacts(vault, tx.context.tenantId, written)] : [];
    },
    purge: factsForget,
  },
];
