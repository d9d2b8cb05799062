import { type Records, recordsOf, type TenantWriter } from '../tenancy/index.ts';

export interface SmtpRow {
  readonly id: string;
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly fromEmail: string;
  readonly fromName: string | null;
  readonly status: string;
  readonly hasPassword: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The password is no field of them: it is written and never read back by people. */
export const smtpRecords: Records<SmtpRow> = recordsOf({
  table: 'smtp_accounts',
  search: ['host', 'fromEmail', 'fromName'],
  fields: {
    id: 'id',
    host: 'host',
    port: 'port',
    username: 'username',
    fromEmail: 'from_email',
    fromName: 'from_name',
    status: 'status',
    hasPassword: 'password_sealed IS NOT NULL',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
});

export async function smtpPasswordUpdate(tx: TenantWriter, id: string, sealed: Buffer): Promise<void> {
  await tx.run({
    text: 'UPDATE smtp_accounts SET password_sealed = $3 WHERE tenant_id = $1 AND id = $2',
    values: [tx.context.tenantId, id, sealed],
  });
}
