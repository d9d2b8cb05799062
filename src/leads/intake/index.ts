export { answerSubmit, exampleAnswers, leadParams, REJECTIONS, submitAnswer, wireStatus } from './answer-submit.ts';
export { decisionFind, type DecisionRecord } from './decision-store.ts';
export { undefuseCell } from './domain/defuse-cell.ts';
export { checkFieldDefinition, CONTROL_KEYS, type FieldDefinition } from './domain/fields.ts';
export { GLOBAL_FIELDS } from './domain/global-fields.ts';
export { type ExportRow, exportsNotable } from './export-store.ts';
export { idempotencyKeyOf, requireRoom } from './check-post.ts';
export { type Among, type RoutedAgain, routeAgain } from './route-again.ts';
export { type Posting, postingInsert } from './posting-log-store.ts';
export { logRefusedPost } from './log-refused-post.ts';
export { GLOBAL_CLASSES, leadFieldNames } from './read-field-classes.ts';
export {
  answerReading,
  LEAD,
  leadByRef,
  leadFindAnswer,
  leadList,
  leadPage,
  openLead,
  type Placed,
} from './read-surface.ts';
export { personsPlace, readSearch, requireLead, requireOpenSearch, type Row, showOne } from './read-surface.ts';
export { closedAt, countedBy, createSnapshots, type RoutingSnapshot, type Snapshots } from './load-snapshot.ts';
export { leadCount, leadFind, leadLock, leadMove, type LeadRow, type LeadStatus, tokensOfLead } from './store.ts';
export { recoverExports, sweepExports } from './sweep-exports.ts';
export { createSubmitRows, type FileRow, type RowOutcome, type SubmitRows } from './submit-rows.ts';
export { createPingLead, type PingLead } from './ping-lead.ts';
export { createSubmitLead, type SubmitAnswer, type SubmitLead } from './submit-lead.ts';
export { createDeliveries, deliverAll, type DeliverDeps, type LeadEnd, type ReservedSale } from './track-deliveries.ts';
