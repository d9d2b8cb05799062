import { createHash } from 'node:crypto';
import type { TenantReader } from '../tenancy/index.ts';
import type { Caller } from './caller.ts';
import { type AccessTo, fieldAccess } from './domain/field-access.ts';
import { fieldRuleList } from './field-access-store.ts';

/** What a caller may see of leads, as of one transaction. */
export interface FieldView {
  readonly accessTo: AccessTo;
  /** What the rules alone say, for values that may stand in clear whatever the account or key allows. */
  readonly byRules: AccessTo;
  /** Whether the tenant has any rule for a role of the caller: without, nobody needs to know what class a field has. */
  readonly hasRules: boolean;
  /** Of all that decides what is seen: what was made by another one may show more, or less. */
  readonly fingerprint: string;
}

/**
 * Whether rules for fields keep something of leads from a caller who has a role of the tenant's own: its rules, or
 * those of the role that it is made of. Such a caller shows nobody else more.
 */
export async function isBoundByRules(
  tx: TenantReader,
  { role, customRoleId }: Pick<Caller, 'role' | 'customRoleId'>,
): Promise<boolean> {
  if (customRoleId === undefined) return false;
  return (await fieldRuleList(tx, [role, customRoleId])).some(({ access }) => access !== 'visible');
}

/** Where it is wanted, a view with nothing in clear: for a page that shows what is personal only to who asks for it. */
export function behindGlass(view: FieldView, isWanted: boolean): FieldView {
  if (!isWanted) return view;
  const accessTo: AccessTo = (...field) => {
    const access = view.accessTo(...field);
    return access === 'visible' ? 'masked' : access;
  };
  return { ...view, accessTo };
}

/** Reads the rules that bind a caller. They count at once, so they are kept for no longer than the transaction. */
export async function loadFieldView(
  tx: TenantReader,
  caller: Pick<Caller, 'role' | 'piiAccess' | 'customRoleId'>,
): Promise<FieldView> {
  const { role, customRoleId, piiAccess } = caller;
  const rules = await fieldRuleList(tx, customRoleId === undefined ? [role] : [role, customRoleId]);
  return {
    accessTo: fieldAccess(caller, rules),
    byRules: fieldAccess({ role, customRoleId, piiAccess: true }, rules),
    hasRules: rules.length > 0,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([role, piiAccess, customRoleId ?? null, rules]))
      .digest('hex'),
  };
}
