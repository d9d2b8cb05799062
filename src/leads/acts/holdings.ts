import { PHI_CLASSES } from '../../core/access/index.ts';
import type { Holding } from '../../core/privacy/index.ts';
import { dispositionErase, dispositionList } from './disposition-store.ts';
import { noteErase, noteList } from './note-store.ts';
import { openNote } from './seal-note.ts';

/** Where people write of people. */
export const actHoldings: readonly Holding[] = [
  {
    table: 'lead_notes',
    columns: ['sealed_note'],
    phiClasses: PHI_CLASSES,
    retention: 'as the lead; who wrote, and when, stays',
    async export({ tx, vault }, subjectId) {
      const { tenantId } = tx.context;
      const notes = await noteList(tx, subjectId);
      const opened = await Promise.all(
        notes.map(async (note) => ({
          kind: note.kind,
          authorId: note.authorId,
          at: note.at.toISOString(),
          content: await openNote(vault, tenantId, note),
        })),
      );
      return opened.filter(({ content }) => content !== null);
    },
    purge: noteErase,
  },
  {
    table: 'sale_dispositions',
    columns: ['status', 'substatus', 'code_label'],
    phiClasses: PHI_CLASSES,
    retention: 'as the lead; that something was said stays in the trail',
    async export({ tx }, subjectId) {
      const { rows } = await dispositionList(tx, subjectId, { limit: 1000, offset: 0 });
      return rows.map(({ buyerId, status, substatus, label, category, at }) => ({
        buyerId,
        status,
        substatus,
        label,
        category,
        at: at.toISOString(),
      }));
    },
    purge: dispositionErase,
  },
];
