import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { systemContext } from '../../core/gate/index.ts';
import { createTenancy } from '../../core/tenancy/index.ts';
import { systemClock } from '../../kernel/time.ts';
import { openDatabase } from '../../platform/postgres/index.ts';
import type { DatabaseUrls } from '../compose/databases.ts';
import type { DerivedSecrets } from '../compose/secrets.ts';

/** Children before parents, as the foreign keys ask. */
const TABLES = [
  'ledger_entries',
  'balance_adjustments',
  'delivery_attempts',
  'sale_dispositions',
  'sales',
  'pack_usage',
  'lead_packs',
  'export_parts',
  'exports',
  'reveal_reasons',
  'decisions',
  'lead_tokens',
  'intake_claims',
  'posting_log',
  'lead_checks',
  'leads',
  'suppression_entries',
  'suppression_forms',
  'blocked_ips',
  'blocked_caller_ids',
  'blocked_referrers',
  'campaign_checks',
  'check_answers',
  'check_vendors',
  'field_access',
  'partner_settings',
  'notices',
  'access_grants',
  'approvals',
  'sign_ins',
  'access_bonds',
  'user_links',
  'saved_views',
  'sessions',
  'passkeys',
  'recovery_codes',
  'user_secrets',
  'users',
  'role_field_access',
  'custom_roles',
  'sign_in_rules',
  'api_keys',
  'offer_contracts',
  'contract_versions',
  'contracts',
  'buyers',
  'lead_fields',
  'campaigns',
  'offers',
  'partners',
  'verticals',
  'tenant_settings',
  'tenant_domains',
  'system_lists',
  'signup_questions',
  'tax_rates',
  'smtp_accounts',
  'display_numbers',
  'audit_events',
  'tenants',
] as const;

/**
 * Takes the demo tenant away, rows, keys and files, and nothing else. Only the owner of the tables may delete from the
 * trail, and it too is held to the tenant by row security. Gives the number of rows removed from the application
 * database.
 */
export async function removeDemo(urls: DatabaseUrls, secrets: DerivedSecrets, dataDir: string): Promise<number> {
  // A connection that is lost fails the statement that needs it.
  const onIdleError = (): void => {};
  const application = openDatabase({
    url: urls.application,
    maxConnections: 1,
    applicationName: 'careroute-demo-remove',
    onIdleError,
  });
  const identity = openDatabase({
    url: urls.identity,
    maxConnections: 1,
    applicationName: 'careroute-demo-remove',
    onIdleError,
  });
  const keystore = openDatabase({
    url: urls.keystoreApp,
    maxConnections: 1,
    applicationName: 'careroute-demo-remove',
    onIdleError,
  });
  try {
    let removed = 0;
    for (const { tenantId } of await identity.query<{ tenantId: string }>({
      text: 'SELECT tenant_id AS "tenantId" FROM tenants WHERE is_demo',
    })) {
      // The keys first: as long as the tenant is there, a removal that broke off is found and finished.
      for (const table of ['subject_keys', 'subject_numbers', 'tenant_keys'])
        await keystore.query({ text: `DELETE FROM ${table} WHERE tenant_id = $1`, values: [tenantId] });
      const tenancy = createTenancy(application, secrets.contextKey, systemClock);
      removed += await tenancy.withTenant(systemContext(tenantId), async (tx) => {
        await tx.run({ text: 'SET LOCAL ROLE careroute_owner' });
        let rows = 0;
        for (const table of TABLES)
          rows += await tx.run({ text: `DELETE FROM ${table} WHERE tenant_id = $1 RETURNING 1`, values: [tenantId] });
        return rows;
      });
    }
    const files = (await readdir(dataDir)).filter((name) =>
      /^demo(-buyer-\d+)?\.(json|json\.new|unfinished)$/.test(name),
    );
    await Promise.all(files.map((name) => rm(path.join(dataDir, name))));
    return removed;
  } finally {
    await Promise.all([application.close(), identity.close(), keystore.close()]);
  }
}
