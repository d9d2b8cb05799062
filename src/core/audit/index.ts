export { type AuditEntry, type AuditEvent, type OnBehalfOf, type Origin, recordAudit } from './record.ts';
