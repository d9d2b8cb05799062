import type { Clock } from '../../kernel/time.ts';
import type { Mail } from '../../platform/mail/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Tenancy, TenantContext, TenantReader } from '../tenancy/index.ts';
import { accountNoticeText, entryNoticeText, exposedKeyText, type NoticeText } from './domain/notice-text.ts';
import { grantFind } from './grant-store.ts';
import { keyIsRevoked } from './key-store.ts';
import { noticeDelete, noticeFind, type NoticeRow } from './notice-store.ts';
import { tenantName } from './user-store.ts';

/** What mailing notices stands on. */
export interface NoticeDeps {
  readonly identityTenancy: Tenancy;
  readonly mail: Mail;
  readonly publicUrl: string;
  readonly clock: Clock;
}

/**
 * Mails a notice, then forgets it. If the process dies in between, it is mailed again: twice is better than never.
 * Throws UNAVAILABLE while no mail server takes it.
 */
export async function sendNotice(deps: NoticeDeps, context: TenantContext, noticeId: string): Promise<void> {
  const found = await deps.identityTenancy.readTenant(context, async (tx) => {
    const notice = await noticeFind(tx, noticeId);
    return notice && { notice, text: await textOf(tx, notice, deps.publicUrl) };
  });
  if (!found) return;
  const { notice, text } = found;
  await deps.mail.send({ to: notice.email, ...text });
  await deps.identityTenancy.withTenant(context, async (tx) => {
    await noticeDelete(tx, noticeId);
    const entityIds = [noticeId, notice.userId];
    const event = { action: 'account.notify', entity: 'notice', entityIds, outcome: 'done' } as const;
    await recordAudit(tx, deps.clock.now(), [{ event: { ...event, detail: { kind: notice.kind } }, origin: {} }]);
  });
}

async function textOf(
  tx: TenantReader,
  { kind, grantId, keyId, createdAt: at }: NoticeRow,
  publicUrl: string,
): Promise<NoticeText> {
  const organization = await tenantName(tx);
  if (kind === 'key_exposed') {
    if (keyId === null) throw new Error('a notice of an exposed key has no key');
    return exposedKeyText({ organization, keyId, isRevoked: await keyIsRevoked(tx, keyId), at, publicUrl });
  }
  if (kind !== 'tenant_entered') return accountNoticeText(kind, { organization, at, publicUrl });
  const grant = grantId === null ? undefined : await grantFind(tx, grantId);
  if (!grant) throw new Error('a notice of an entry has no grant');
  return entryNoticeText({ organization, guest: grant.guestEmail, ...grant });
}
