import { AppError, invalid } from '../../kernel/app-error.ts';
import { defineRoute, type Route, unknownReference } from '../gate/index.ts';
import type { TenantReader } from '../tenancy/index.ts';
import type { Caller } from './caller.ts';
import { fieldRuleList, type RuledBy, ruledRoleList } from './field-access-store.ts';
import { fieldAccessAnswer, fieldAccessBody, fieldAccessListAnswer, READING_ROLES } from './field-access-wire.ts';
import { isBoundByRules } from './load-field-view.ts';
import { replaceFieldRules } from './replace-field-rules.ts';

export interface FieldAccessDeps {
  /** Names of all fields that leads of the tenant may have, asked of the product that keeps them. */
  readonly leadFields: (tx: TenantReader) => Promise<ReadonlySet<string>>;
}

const PATH = '/api/v1/settings/field-access';

/** Which fields of leads each role sees. */
export const fieldAccessRoutes = (deps: FieldAccessDeps): Route[] => [readRoute(), replaceRoute(deps)];

const readRoute = (): Route =>
  defineRoute({
    id: 'get_field_access',
    method: 'GET',
    path: PATH,
    tag: 'field-access',
    summary: 'Of each role that reads leads, the tenant’s own too, the fields that are hidden from it or masked.',
    permission: 'field-access:read',
    audit: { action: 'field_access.read', entity: 'field_access' },
    response: fieldAccessListAnswer,
    async handle({ tx }) {
      const rules = Map.groupBy(await fieldRuleList(tx), (rule) => rule.role);
      const own = (await ruledRoleList(tx, READING_ROLES)).map(({ id: role, ...more }) => ({ role, ...more }));
      const data = [...READING_ROLES.map((role) => ({ role })), ...own].map((of) => ({
        ...of,
        rules: (rules.get(of.role) ?? []).map(({ field, access }) => ({ field, access })),
      }));
      return { answer: { data }, touched: [] };
    },
  });

const replaceRoute = ({ leadFields }: FieldAccessDeps): Route =>
  defineRoute({
    id: 'replace_field_access',
    method: 'PUT',
    path: PATH,
    tag: 'field-access',
    summary: 'Replace all rules of one role. They count at once.',
    permission: 'field-access:write',
    stepUp: true,
    audit: { action: 'field_access.update', entity: 'field_access' },
    body: fieldAccessBody,
    response: fieldAccessAnswer,
    async handle({ tx, caller, body: { role: named, rules } }) {
      const of = await ruledBy(tx, caller, named);
      const known = { leadFields: await leadFields(tx), mayWiden: await seesAll(tx, caller) };
      const fields = await replaceFieldRules(tx, of, rules, known);
      const { role, isCustom } = of;
      // Rules have no id of their own: they stand in the trail as the role's, or as a setting of the tenant.
      const touched = [isCustom ? role : caller.tenantId];
      return { answer: { data: { role, rules } }, touched, detail: { role, fields } };
    },
  });

/** Whether no role of the tenant's own keeps leads from the caller: nobody shows others what they do not see. */
const seesAll = async (tx: TenantReader, caller: Caller): Promise<boolean> =>
  (caller.narrowedTo?.has('leads:read') ?? true) && !(await isBoundByRules(tx, caller));

/**
 * The role whose rules are set. Throws VALIDATION_ERROR for an id that no role of the tenant has, or only one that is
 * made of a role that reads no leads; FORBIDDEN for what binds the caller by a role of the tenant's own, so that nobody
 * widens what was narrowed for them.
 */
async function ruledBy(tx: TenantReader, caller: Caller, named: string): Promise<RuledBy> {
  const isCustom = !(READING_ROLES as readonly string[]).includes(named);
  const role = isCustom ? named.toLowerCase() : named;
  const known = isCustom ? await ruledRoleList(tx, READING_ROLES) : [];
  if (isCustom && !known.some(({ id }) => id === role)) throw invalid([unknownReference('role')]);
  if (caller.customRoleId !== undefined && (role === caller.customRoleId || role === caller.role))
    throw new AppError('FORBIDDEN', 'role: you have this role yourself, narrowed. Ask somebody else to change it.');
  return { role, isCustom };
}
