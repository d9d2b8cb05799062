export { type Actor, contextKeyPads, type TenantContext } from './context.ts';
export { createTenancy, type Query, type Tenancy, type TenantReader, type TenantWriter } from './tenancy.ts';
