export { type AuditEvent, type Origin, recordAudit } from './record.ts';
