import { defineRoute, type Route } from '../gate/index.ts';
import type { TenantReader } from '../tenancy/index.ts';
import { fieldRuleList } from './field-access-store.ts';
import { fieldAccessAnswer, fieldAccessBody, fieldAccessListAnswer, READING_ROLES } from './field-access-wire.ts';
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
    summary: 'Of each role that reads leads, the fields that are hidden from it or masked.',
    permission: 'field-access:read',
    audit: { action: 'field_access.read', entity: 'field_access' },
    response: fieldAccessListAnswer,
    async handle({ tx }) {
      const rules = Map.groupBy(await fieldRuleList(tx), (rule) => rule.role);
      const data = READING_ROLES.map((role) => ({
        role,
        rules: (rules.get(role) ?? []).map(({ field, access }) => ({ field, access })),
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
    async handle({ tx, caller, body: { role, rules } }) {
      const fields = await replaceFieldRules(tx, role, rules, await leadFields(tx));
      // The rules have no id of their own: they stand in the trail as a setting of the tenant.
      return { answer: { data: { role, rules } }, touched: [caller.tenantId], detail: { role, fields } };
    },
  });
