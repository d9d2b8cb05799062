import { AppError } from '../../kernel/app-error.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import { approvalClaim, type ApprovalRow, approvalsOpen, secondPerson } from './approval-store.ts';
import type { Caller } from './caller.ts';
import { type Permission, permits } from './policy.ts';

const DAY_MS = 24 * 3_600_000;

type Asked = Pick<ApprovalRow, 'requestedBy' | 'requestedAt'>;

/** Who somebody is beside the one who asks. Bonds count since a day before the request. */
const personBeside = (tx: TenantReader, person: string, { requestedBy, requestedAt }: Asked) =>
  secondPerson(tx, { person, asker: requestedBy, since: new Date(requestedAt.getTime() - DAY_MS) });

/**
 * Throws FORBIDDEN where whoever would approve and the one who asks hang together by access that was given since a day
 * before the request, whoever gave it to whom and through whomever: who makes a second person is alone, and so is who
 * makes both.
 */
export async function requireIndependent(tx: TenantReader, approver: string, asked: Asked): Promise<void> {
  const person = await personBeside(tx, approver, asked);
  if (!person?.isBound) return;
  const message =
    'You and the person who asks have accounts or rights from one another, or from the same person, since less than ' +
    'a day before. Let somebody else decide, or let it be asked for again when a day has passed.';
  throw new AppError('FORBIDDEN', message);
}

/**
 * Uses up an approval of an action that the same person asked for; false if there is none that still counts. Throws
 * FORBIDDEN where whoever approved may not approve any more: the opinion of somebody who was sent away is worth
 * nothing, nor is that of somebody whom the one who asks holds by now. Nothing is used up then, as the transaction of
 * the use fails.
 */
export async function claimApproval(tx: TenantWriter, claim: Parameters<typeof approvalClaim>[1]): Promise<boolean> {
  const used = await approvalClaim(tx, claim);
  if (!used) return false;
  const person = await personBeside(tx, used.decidedBy, { requestedBy: claim.by, requestedAt: used.requestedAt });
  const { role, permissions, isBound } = person ?? {};
  const mayDecide =
    role !== undefined &&
    permits(role, 'approvals:decide') &&
    (!permissions || permissions.includes('approvals:decide'));
  if (!mayDecide) throw worthless('the account is off, has ended, or has lost that right');
  if (isBound) throw worthless('you two have accounts or rights from one another, or from the same person');
  return true;
}

/**
 * What somebody may see of leads now whose account works and may write, and whose role has the permission; undefined
 * for everybody else.
 */
export async function holderOf(
  tx: TenantReader,
  { userId, permission, now }: { readonly userId: string; readonly permission: Permission; readonly now: Date },
): Promise<Pick<Caller, 'role' | 'piiAccess' | 'customRoleId'> | undefined> {
  const person = await secondPerson(tx, { person: userId, asker: userId, since: now });
  if (!person || !permits(person.role, permission)) return undefined;
  if (person.permissions?.includes(permission) === false) return undefined;
  return { role: person.role, piiAccess: person.piiAccess, customRoleId: person.customRoleId ?? undefined };
}

const worthless = (why: string): AppError => {
  const remedy = 'Ask for it again by POST /api/v1/approvals, and let somebody else approve it.';
  return new AppError('FORBIDDEN', `Whoever approved this may not approve any more: ${why}. ${remedy}`);
};

/** What was asked for that a person may decide: by somebody else, who is not bound to that person. */
export async function findDecidableApprovals(tx: TenantReader, userId: string, now: Date): Promise<ApprovalRow[]> {
  const rows = await approvalsOpen(tx, now);
  const decidable: ApprovalRow[] = [];
  for (const row of rows) {
    if (row.decision !== null || row.requestedBy === userId) continue;
    const person = await personBeside(tx, userId, row);
    if (person && !person.isBound) decidable.push(row);
  }
  return decidable;
}

/** What a person asked for and got, and has not used yet. */
export async function findUnusedApprovals(tx: TenantReader, userId: string, now: Date): Promise<ApprovalRow[]> {
  const rows = await approvalsOpen(tx, now);
  return rows.filter((row) => row.decision === 'approved' && row.requestedBy === userId);
}
