import type { Ok } from '../frame/ok.ts';

/** One event of the audit trail. */
export type AuditEvent = Ok<'/api/v1/audit-logs', 'get'>['data'][number];
