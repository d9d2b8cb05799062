import { PHI_CLASSES } from '../../core/access/index.ts';
import type { Holding } from '../../core/privacy/index.ts';
import { openLead } from './open-lead.ts';
import { leadFind } from './store.ts';

const RETENTION = 'while the lead is in use; erased on request';

/** Where intake keeps data of people. */
export const intakeHoldings: readonly Holding[] = [
  {
    table: 'leads',
    columns: ['sealed_identity', 'sealed_contact', 'sealed_health', 'sealed_other', 'state', 'zip3', 'birth_year'],
    phiClasses: PHI_CLASSES,
    retention: RETENTION,
    async export({ tx, vault }, subjectId) {
      const lead = await leadFind(tx, { leadId: subjectId });
      return lead ? [await openLead(vault, tx.context.tenantId, lead)] : [];
    },
    purge: (tx, subjectId) => tx.run({
      text: `UPDATE leads SET sealed_identity = NULL, sealed_contact = NULL, sealed_health = NULL, sealed_other = NULL, state = NULL,
          zip3 = NULL, birth_year = NULL, status = 'erased', updated_at = now()
        WHERE tenant_id = $1 AND lead_id = $2 RETURNING lead_id`,
      values: [tx.context.tenantId, subjectId],
    }),
  },
  {
    table: 'lead_tokens',
    columns: ['token'],
    phiClasses: ['contact'],
    retention: RETENTION,
    export: ({ tx }, subjectId) => tx.many({
      text: 'SELECT field FROM lead_tokens WHERE tenant_id = $1 AND lead_id = $2',
      values: [tx.context.tenantId, subjectId],
    }),
    purge: (tx, subjectId) => tx.run({
      text: 'DELETE FROM lead_tokens WHERE tenant_id = $1 AND lead_id = $2 RETURNING lead_id',
      values: [tx.context.tenantId, subjectId],
    }),
  },
  {
    table: 'intake_claims',
    columns: ['claim', 'payload_hash'],
    phiClasses: ['other'],
    retention: '24 hours',
    export: ({ tx }, subjectId) => tx.many({
      text: 'SELECT expires_at AS "expiresAt" FROM intake_claims WHERE tenant_id = $1 AND lead_id = $2',
      values: [tx.context.tenantId, subjectId],
    }),
    purge: (tx, subjectId) => tx.run({
      text: 'DELETE FROM intake_claims WHERE tenant_id = $1 AND lead_id = $2 RETURNING claim',
      values: [tx.context.tenantId, subjectId],
    }),
  },
];
