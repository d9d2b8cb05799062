import { suppressionHintsErase, suppressionsNaming } from '../../core/consent/index.ts';
import type { Holding } from '../../core/privacy/index.ts';
import { tokensOfLead } from '../intake/index.ts';
import { callerIdHintsErase, callerIdsNaming } from './store.ts';

/**
 * Lists that name a person by blind index. Whoever is erased stays on them: the token alone, which tells nobody who it
 * is, is what keeps the person from being bought or written to again (docs/decisions/0012-suppression.md). What could
 * be read of the person, a letter or two digits, goes. These stand before the holdings of intake, which forget by which
 * tokens the person is known.
 */
export const screeningHoldings: readonly Holding[] = [
  {
    table: 'suppression_entries',
    columns: ['token', 'hint'],
    phiClasses: ['contact'],
    retention: 'until it expires or is taken off; the token outlives an erasure, the hint does not',
    export: async ({ tx }, subjectId) => suppressionsNaming(tx, await tokensOfLead(tx, subjectId)),
    purge: async (tx, subjectId) => suppressionHintsErase(tx, await tokensOfLead(tx, subjectId)),
  },
  {
    table: 'blocked_caller_ids',
    columns: ['token', 'hint'],
    phiClasses: ['contact'],
    retention: 'until it is taken off; the token outlives an erasure, the hint does not',
    export: async ({ tx }, subjectId) => callerIdsNaming(tx, await tokensOfLead(tx, subjectId)),
    purge: async (tx, subjectId) => callerIdHintsErase(tx, await tokensOfLead(tx, subjectId)),
  },
];
