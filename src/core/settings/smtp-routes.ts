import { type Static } from 'typebox';
import { invalid, notFound } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { crudRoutes, defineResource, requireSome, type Resource, type Route, withIsoDates } from '../gate/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import type { Vault } from '../vault/index.ts';
import { plainHost } from './domain/host-name.ts';
import { smtpPasswordUpdate, smtpRecords, type SmtpRow } from './smtp-store.ts';
import { SMTP_STATUSES, smtpCreate, smtpItem, smtpUpdate } from './smtp-wire.ts';

/** Accounts of mail servers through which a tenant sends; their passwords are sealed and never shown again. */
export const smtpRoutes = (vault: Vault): Route[] => crudRoutes(smtpWith(vault));

const smtpWith = (vault: Vault): Resource<SmtpRow> =>
  defineResource<SmtpRow, typeof smtpCreate, typeof smtpUpdate>({
    names: ['smtp_account', 'smtp_accounts'],
    path: '/api/v1/settings/smtp',
    tag: 'settings',
    updateBy: 'PUT',
    permissions: { read: 'settings:read', write: 'settings:write' },
    records: smtpRecords,
    wire: { create: smtpCreate, update: smtpUpdate, item: smtpItem },
    list: { statuses: SMTP_STATUSES, sorts: ['host', 'fromEmail', 'createdAt'], ids: [], linked: {} },
    rules: { unique: { smtp_accounts_tenant_id_host_username_from_email_key: 'username' } },
    inUse: 'Something still uses this account. Take it out there first.',
    prepare: ({ tenantId }) => vault.prepareSecrets(tenantId),
    show: (row) => ({
      ...withIsoDates(row),
      provider: 'smtp',
      emailAddress: row.fromEmail,
      authEnabled: true,
      sslEnabled: true,
    }),
    async insert({ tx, body }) {
      const values = columnsOf(body);
      if (values['fromEmail'] === undefined) {
        const message = 'This field is required. Send the address that mail comes from.';
        throw invalid([{ field: 'fromEmail', rule: 'required', message }]);
      }
      const row = await smtpRecords.insert(tx, { id: newId(), ...values });
      await sealPassword(vault, tx, row.id, body.password);
      return { row: { ...row, hasPassword: true } };
    },
    async change({ tx, body }, row) {
      requireSome(body, Object.keys(smtpUpdate.properties));
      const columns = columnsOf(body);
      if (body.password === undefined) keepPasswordHome(row, columns);
      const changed = await smtpRecords.update(tx, row.id, columns);
      if (!changed) throw notFound();
      if (body.password === undefined) return { row: changed };
      await sealPassword(vault, tx, row.id, body.password);
      return { row: { ...changed, hasPassword: true } };
    },
  });

/** The fields of a body as the columns take them; those that are not given stay out. */
function columnsOf(body: Static<typeof smtpUpdate>): Readonly<Record<string, unknown>> {
  const { host, port, username, fromEmail, emailAddress, fromName, status } = body;
  return {
    host: host === undefined ? undefined : plainHost(host),
    port,
    username,
    fromEmail: fromEmail ?? emailAddress,
    fromName,
    status,
  };
}

/**
 * Refuses to take a stored password to another server, or another service of it: who may change settings may not know
 * the password, and a server of their own would be told it. TLS is always on, in the way that belongs to the port.
 */
function keepPasswordHome(row: SmtpRow, columns: Readonly<Record<string, unknown>>): void {
  const moves = (['host', 'port'] as const).some((name) => columns[name] !== undefined && columns[name] !== row[name]);
  if (!row.hasPassword || !moves) return;
  const message = 'Another host or port never gets the password that is kept. Send password as well.';
  throw invalid([{ field: 'password', rule: 'required', message }]);
}

async function sealPassword(vault: Vault, tx: TenantWriter, recordId: string, password: string): Promise<void> {
  const place = { tenantId: tx.context.tenantId, table: 'smtp_accounts', recordId, part: 'password' };
  await smtpPasswordUpdate(tx, recordId, await vault.sealSecret(place, Buffer.from(password, 'utf8')));
}
