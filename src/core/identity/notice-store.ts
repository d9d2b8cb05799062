import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import type { NoticeKind } from './domain/notice-text.ts';

/** Something that a person must hear of by mail. */
export interface NewNotice {
  readonly noticeId: string;
  readonly userId: string;
  readonly kind: NoticeKind;
  readonly email: string;
  readonly grantId?: string | undefined;
  readonly keyId?: string | undefined;
}

export async function noticesInsert(tx: TenantWriter, notices: readonly NewNotice[], now: Date): Promise<void> {
  await tx.run({
    text: `INSERT INTO notices (tenant_id, notice_id, user_id, kind, email, grant_id, key_id, created_at)
      SELECT $1, notice_id, user_id, kind, email, grant_id, key_id, $8
      FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[])
        AS n (notice_id, user_id, kind, email, grant_id, key_id)`,
    values: [
      tx.context.tenantId,
      notices.map((notice) => notice.noticeId),
      notices.map((notice) => notice.userId),
      notices.map((notice) => notice.kind),
      notices.map((notice) => notice.email),
      notices.map((notice) => notice.grantId ?? null),
      notices.map((notice) => notice.keyId ?? null),
      now,
    ],
  });
}

export interface NoticeRow {
  readonly userId: string;
  readonly kind: NoticeKind;
  readonly email: string;
  readonly grantId: string | null;
  readonly keyId: string | null;
  readonly createdAt: Date;
}

/** A notice that no mail server has taken yet. */
export async function noticeFind(tx: TenantReader, noticeId: string): Promise<NoticeRow | undefined> {
  return tx.first({
    text: `SELECT user_id AS "userId", kind, email, grant_id AS "grantId", key_id AS "keyId", created_at AS "createdAt"
      FROM notices WHERE tenant_id = $1 AND notice_id = $2`,
    values: [tx.context.tenantId, noticeId],
  });
}

export async function noticeDelete(tx: TenantWriter, noticeId: string): Promise<void> {
  await tx.run({
    text: 'DELETE FROM notices WHERE tenant_id = $1 AND notice_id = $2',
    values: [tx.context.tenantId, noticeId],
  });
}
