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
}

/** Reads the rules that bind a caller. They count at once, so they are kept for no longer than the transaction. */
export async function loadFieldView(
  tx: TenantReader,
  caller: Pick<Caller, 'role' | 'piiAccess' | 'customRoleId'>,
): Promise<FieldView> {
  const { role, customRoleId } = caller;
  const rules = await fieldRuleList(tx, customRoleId === undefined ? [role] : [role, customRoleId]);
  return {
    accessTo: fieldAccess(caller, rules),
    byRules: fieldAccess({ role, customRoleId, piiAccess: true }, rules),
    hasRules: rules.length > 0,
  };
}
