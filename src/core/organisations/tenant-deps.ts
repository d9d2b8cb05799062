import type { Tenancy, TenantReader } from '../tenancy/index.ts';

export interface TenantRouteDeps {
  /** The app role's door: by it a superadmin's change enters the tenant that it is about. */
  readonly tenancy: Tenancy;
  /** Counts of what is in the context's tenant, asked of the product that keeps it. */
  readonly countRows: (tx: TenantReader) => Promise<{ leads: number; buyers: number; partners: number }>;
  /** Drops what this process remembers of keys and sessions, so that the end of a tenant counts at once. */
  readonly forgetCallers: () => void;
}
