import { PHI_CLASSES } from '../../core/access/index.ts';
import type { Holding } from '../../core/privacy/index.ts';
import { openData } from './seal-data.ts';
import { sessionsClear, sessionsOfLead } from './sweep-store.ts';

/** Where sessions keep data of people. */
export const sessionHoldings: readonly Holding[] = [
  {
    table: 'lead_sessions',
    columns: ['sealed_data'],
    phiClasses: PHI_CLASSES,
    retention: '24 hours, and never longer than a lead that was made of it',
    async export({ tx, vault }, subjectId) {
      const rows = await sessionsOfLead(tx, subjectId);
      return Promise.all(rows.map((row) => openData(vault, tx.context.tenantId, row)));
    },
    async purge(tx, subjectId) {
      const rows = await sessionsOfLead(tx, subjectId);
      return sessionsClear(
        tx,
        rows.map(({ sessionId }) => sessionId),
      );
    },
  },
];
