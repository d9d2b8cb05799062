import { AppError } from '../../kernel/app-error.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import { approvalClaim, type ApprovalRow, secondPerson } from './approval-store.ts';
import { permits } from './policy.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * Throws FORBIDDEN where whoever would approve has the account, or what it may do, from the one who asks, since a day
 * before the request: who makes a second person is alone. It counts through others too.
 */
export async function requireIndependent(
  tx: TenantReader,
  approver: string,
  { requestedBy, requestedAt }: Pick<ApprovalRow, 'requestedBy' | 'requestedAt'>,
): Promise<void> {
  const since = new Date(requestedAt.getTime() - DAY_MS);
  const person = await secondPerson(tx, { person: approver, asker: requestedBy, since });
  if (!person?.ofAsker) return;
  const message =
    'The person who asks gave you this account or its rights less than a day before. Let somebody else decide, or ' +
    'let it be asked for again when a day has passed.';
  throw new AppError('FORBIDDEN', message);
}

/**
 * Uses up an approval of an action that the same person asked for; false if there is none that still counts. Throws
 * FORBIDDEN where whoever approved may not approve any more: the opinion of somebody who was sent away is worth
 * nothing. Nothing is used up then, as the transaction of the use fails.
 */
export async function claimApproval(tx: TenantWriter, claim: Parameters<typeof approvalClaim>[1]): Promise<boolean> {
  const used = await approvalClaim(tx, claim);
  if (!used) return false;
  const person = await secondPerson(tx, { person: used.decidedBy, asker: claim.by, since: used.requestedAt });
  const { role, permissions } = person ?? {};
  const mayDecide =
    role !== undefined &&
    permits(role, 'approvals:decide') &&
    (!permissions || permissions.includes('approvals:decide'));
  if (mayDecide) return true;
  const message =
    'Whoever approved this may not approve any more: the account is off, has ended, or has lost that right. Ask for ' +
    'it again by POST /api/v1/approvals, and let somebody else approve it.';
  throw new AppError('FORBIDDEN', message);
}
