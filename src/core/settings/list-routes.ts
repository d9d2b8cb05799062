import { invalid } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/app-error.ts';
import { crudRoutes, defineResource, requireSome, type Resource, type Route, withIsoDates } from '../gate/index.ts';
import type { Records, TenantWriter } from '../tenancy/index.ts';
import {
  type SignupQuestionRow,
  signupQuestionRecords,
  type SystemListRow,
  systemListRecords,
  type TaxRateRow,
  taxRateRecords,
} from './list-store.ts';
import {
  entityTypes,
  listTypes,
  signupQuestionCreate,
  signupQuestionItem,
  signupQuestionUpdate,
  systemListCreate,
  systemListItem,
  systemListUpdate,
  taxRateCreate,
  taxRateItem,
  taxRateUpdate,
} from './list-wire.ts';

const shared = {
  tag: 'settings',
  updateBy: 'PUT',
  permissions: { read: 'settings:read', write: 'settings:write' },
  inUse: 'Something still uses this. Take it out there first.',
} as const;
const unfiltered = { statuses: [], ids: [], linked: {}, limit: 100 };

/** Changes the given fields of a row that is known to be there. */
async function change<Row>(records: Records<Row>, tx: TenantWriter, id: string, body: object): Promise<Row> {
  const row = await records.update(tx, id, { ...body });
  if (!row) throw notFound();
  return row;
}

const systemLists = defineResource<SystemListRow, typeof systemListCreate, typeof systemListUpdate>({
  ...shared,
  names: ['system_list', 'system_lists'],
  path: '/api/v1/settings/lists',
  records: systemListRecords,
  wire: { create: systemListCreate, update: systemListUpdate, item: systemListItem },
  list: { ...unfiltered, sorts: ['name', 'listType', 'createdAt'], equal: listTypes },
  rules: { unique: { system_lists_tenant_id_list_type_name_key: 'name' } },
  show: withIsoDates,
  insert: async ({ tx, body }) => ({ row: await systemListRecords.insert(tx, { id: newId(), ...body }) }),
  async change({ tx, body }, { id }) {
    requireSome(body, Object.keys(systemListUpdate.properties));
    return { row: await change(systemListRecords, tx, id, body) };
  },
});

const CHOICES: readonly string[] = ['select', 'multiselect'];

/** A question of choices needs some, and another has none. */
function checkOptions(fieldType: string, options: readonly string[]): void {
  if (CHOICES.includes(fieldType) === options.length > 0) return;
  const message = CHOICES.includes(fieldType)
    ? 'A question of choices needs some. Send options.'
    : 'Only a select or multiselect has options. Leave them out, or send an empty list.';
  throw invalid([{ field: 'options', rule: options.length > 0 ? 'not_allowed' : 'required', message }]);
}

const signupQuestions = defineResource<SignupQuestionRow, typeof signupQuestionCreate, typeof signupQuestionUpdate>({
  ...shared,
  names: ['signup_question', 'signup_questions'],
  path: '/api/v1/settings/signup-questions',
  records: signupQuestionRecords,
  wire: { create: signupQuestionCreate, update: signupQuestionUpdate, item: signupQuestionItem },
  list: { ...unfiltered, sorts: ['sortOrder', 'question', 'createdAt'], equal: entityTypes },
  rules: {},
  show: withIsoDates,
  async insert({ tx, body }) {
    const { fieldType = 'text', options = [] } = body;
    checkOptions(fieldType, options);
    return { row: await signupQuestionRecords.insert(tx, { id: newId(), ...body, fieldType }) };
  },
  async change({ tx, body }, row) {
    requireSome(body, Object.keys(signupQuestionUpdate.properties));
    checkOptions(body.fieldType ?? row.fieldType, body.options ?? row.options);
    return { row: await change(signupQuestionRecords, tx, row.id, body) };
  },
});

/** Decimal text without the zeros that say nothing. */
const shortDecimal = (text: string): string => text.replace(/\.?0+$/, '') || '0';

const taxRates: Resource<TaxRateRow> = defineResource<TaxRateRow, typeof taxRateCreate, typeof taxRateUpdate>({
  ...shared,
  names: ['tax_rate', 'tax_rates'],
  path: '/api/v1/settings/tax-rates',
  records: taxRateRecords,
  wire: { create: taxRateCreate, update: taxRateUpdate, item: taxRateItem },
  list: { ...unfiltered, sorts: ['name', 'code', 'percentage', 'createdAt'] },
  rules: { unique: { tax_rates_tenant_id_code_key: 'code' } },
  show: (row) => ({ ...withIsoDates(row), percentage: shortDecimal(row.percentage) }),
  insert: async ({ tx, body }) => ({ row: await taxRateRecords.insert(tx, { id: newId(), ...body }) }),
  async change({ tx, body }, { id }) {
    requireSome(body, Object.keys(taxRateUpdate.properties));
    return { row: await change(taxRateRecords, tx, id, body) };
  },
});

/** Lists of words, questions at sign-up, and rates of tax. */
export const listRoutes = (): Route[] => [
  ...crudRoutes(systemLists),
  ...crudRoutes(signupQuestions),
  ...crudRoutes(taxRates),
];
