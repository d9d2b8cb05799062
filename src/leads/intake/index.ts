export { decisionFind, type DecisionRecord } from './decision-store.ts';
export { checkFieldDefinition, type FieldDefinition } from './domain/fields.ts';
export { GLOBAL_FIELDS } from './domain/global-fields.ts';
export { openLead } from './open-lead.ts';
export { createSnapshots, type RoutingSnapshot, type Snapshots } from './load-snapshot.ts';
export { leadFind, leadMove, type LeadRow, type LeadStatus } from './store.ts';
export { sweepClaims } from './sweep-claims.ts';
export { createSubmitLead, type SubmitAnswer, type SubmitLead } from './submit-lead.ts';
export type { LeadEnd, ReservedSale } from './track-deliveries.ts';
