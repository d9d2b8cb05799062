export { type Actor, contextKeyPads, SYSTEM_ACTOR_ID, type TenantContext } from './context.ts';
export { INSTALLATION_SLUG, isReservedSlug, RESERVED_SLUG } from './domain/reserved-slugs.ts';
export { createTenant, type NewTenant, tenantState } from './tenant-store.ts';
export { type ListRequest, type Records, recordsOf, type RecordShape } from './records.ts';
export { runOutDelete, type RunningOut } from './run-out-store.ts';
export { type Condition, type Where, whereOf } from './where.ts';
export { createTenancy, type Query, type Tenancy, type TenantReader, type TenantWriter } from './tenancy.ts';
