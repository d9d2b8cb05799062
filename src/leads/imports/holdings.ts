import { PHI_CLASSES } from '../../core/access/index.ts';
import type { Holding } from '../../core/privacy/index.ts';
import { openRow } from './open-file.ts';
import { rowsOfLead } from './row-store.ts';
import { importFind } from './store.ts';
import { purgeImports } from './sweep-imports.ts';

/** Where imports keep data of people. */
export const importHoldings: readonly Holding[] = [
  {
    table: 'lead_import_parts',
    columns: ['sealed'],
    phiClasses: PHI_CLASSES,
    retention: 'until all rows are read, at most 7 days, and never longer than a lead that was made of one',
    async export({ tx, vault }, subjectId) {
      const found = await rowsOfLead(tx, subjectId);
      return Promise.all(
        found.map(async ({ importId, number }) => {
          const row = await importFind(tx, importId);
          return row && openRow(vault, tx, row, number);
        }),
      );
    },
    purge: purgeImports,
  },
];
