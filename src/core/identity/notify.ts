import { newId } from '../../kernel/ids.ts';
import { enqueueStatement } from '../../platform/queue/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import type { AccountNotice } from './domain/notice-text.ts';
import { type NewNotice, noticesInsert } from './notice-store.ts';

/** The job that mails a notice. */
export const NOTICE_JOB = 'account.notify';

/** Tries over almost three days, further apart each time. */
const ATTEMPTS = 20;

interface Recipient {
  readonly userId: string;
  readonly email: string;
}

/** Has a person told of a change of the account by mail, durably, if the transaction commits. */
export const notifyPerson = (tx: TenantWriter, kind: AccountNotice, to: Recipient, now: Date): Promise<void> =>
  notify(tx, [{ ...to, noticeId: newId(now.getTime()), kind }], now);

/** The same for whoever rules a tenant that somebody of the installation has entered. */
export const notifyOfEntry = (
  tx: TenantWriter,
  grantId: string,
  rulers: readonly Recipient[],
  now: Date,
): Promise<void> =>
  notify(
    tx,
    rulers.map((to) => ({ ...to, noticeId: newId(now.getTime()), kind: 'tenant_entered', grantId })),
    now,
  );

/** The same for whoever rules a tenant of which a key was seen in the clear. */
export const notifyOfExposedKey = (
  tx: TenantWriter,
  keyId: string,
  rulers: readonly Recipient[],
  now: Date,
): Promise<void> =>
  notify(
    tx,
    rulers.map((to) => ({ ...to, noticeId: newId(now.getTime()), kind: 'key_exposed', keyId })),
    now,
  );

async function notify(tx: TenantWriter, notices: readonly NewNotice[], now: Date): Promise<void> {
  await noticesInsert(tx, notices, now);
  const { tenantId } = tx.context;
  const payloads = notices.map(({ noticeId }) => ({ tenantId, noticeId }));
  await tx.run(enqueueStatement(NOTICE_JOB, payloads, { attempts: ATTEMPTS }));
}
