import { PHI_CLASSES } from '../../core/access/index.ts';
import type { Holding } from '../../core/privacy/index.ts';
import { decisionErase, decisionList } from './decision-store.ts';
import { exportPartsWith } from './export-part-store.ts';
import { openDetails } from './open-details.ts';
import { openPart } from './open-export.ts';
import { purgeExports } from './sweep-exports.ts';
import { openWholeLead } from './open-lead.ts';
import { claimErase, claimExpiries } from './claim-store.ts';
import { openReason } from './reveal-lead.ts';
import { revealErase, revealList } from './reveal-store.ts';
import { leadErase, leadFind, tokenErase, tokenFields } from './store.ts';

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
      const whole = lead && (await openWholeLead(vault, tx.context.tenantId, lead));
      return whole ? [whole] : [];
    },
    purge: leadErase,
  },
  {
    table: 'lead_tokens',
    columns: ['token'],
    phiClasses: ['contact'],
    retention: RETENTION,
    export: ({ tx }, subjectId) => tokenFields(tx, subjectId),
    purge: tokenErase,
  },
  {
    table: 'decisions',
    columns: ['sealed_details'],
    phiClasses: PHI_CLASSES,
    retention: 'as the lead; the codes of the decision stay',
    async export({ tx, vault }, subjectId) {
      const decisions = (await decisionList(tx, subjectId)).filter(({ sealedDetails }) => sealedDetails !== null);
      return Promise.all(decisions.map((decision) => openDetails(vault, tx.context.tenantId, decision)));
    },
    purge: decisionErase,
  },
  {
    table: 'reveal_reasons',
    columns: ['sealed_reason'],
    phiClasses: PHI_CLASSES,
    retention: 'as the lead; who looked at which fields, and when, stays',
    async export({ tx, vault }, subjectId) {
      const { tenantId } = tx.context;
      const rows = await revealList(tx, subjectId);
      const reasons = await Promise.all(rows.map((row) => openReason(vault, tenantId, row)));
      return reasons.filter((reason) => reason !== undefined);
    },
    purge: revealErase,
  },
  {
    table: 'intake_claims',
    columns: ['claim', 'payload_hash'],
    phiClasses: ['other'],
    retention: '24 hours',
    export: ({ tx }, subjectId) => claimExpiries(tx, subjectId),
    purge: claimErase,
  },
  {
    table: 'export_parts',
    columns: ['sealed'],
    phiClasses: PHI_CLASSES,
    retention: 'a day, and never longer than a lead that is in it',
    async export({ tx, vault }, subjectId) {
      const parts = await exportPartsWith(tx, subjectId);
      const opened = await Promise.all(parts.map((part) => openPart(vault, tx.context.tenantId, part)));
      return opened.flat().filter(({ id }) => id === subjectId);
    },
    purge: purgeExports,
  },
];
