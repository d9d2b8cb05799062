import { type Static, type TSchema, Type } from 'typebox';
import {
  defineRoute,
  explainRemoval,
  explainWrite,
  idSchema,
  listAnswer,
  pageOf,
  requireRow,
  requireSome,
  type Route,
  unknownReference,
  withIsoDates,
} from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { type Fault, invalid, notFound } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { groupRecords } from '../sources/index.ts';
import { codeList, codeRecords, type CodeRow, codesInsert, codesOrder } from './code-store.ts';
import {
  codeAnswer,
  codeClone,
  codeCreate,
  codeQuery,
  codeReorder,
  codesAnswer,
  codeUpdate,
  copiedAnswer,
  orderAnswer,
  removedAnswer,
} from './code-wire.ts';
import { readCode } from './domain/read-code.ts';

/** What may become of leads, as codes of a group of verticals. */
export const codeRoutes = (): Route[] => [
  listRoute(),
  addRoute(),
  changeRoute(),
  removeRoute(),
  cloneRoute(),
  orderRoute(),
];

const PATH = '/api/admin/vertical-groups/:verticalGroupId/dispositions';
const groupParams = Type.Object({ verticalGroupId: idSchema });
const params = Type.Object({ verticalGroupId: idSchema, dispId: idSchema });
const RULES = { unique: { disposition_codes_slug: 'slug' } };

type Shown = Static<typeof codeAnswer>['data'];
const show = (row: CodeRow): Shown => ({ ...(withIsoDates(row) as Shown), triggersCpa: false });

/** A group that is about to change, kept from others until the transaction ends. */
async function lockGroup(tx: TenantWriter, id: string): Promise<string> {
  const group = await groupRecords.lock(tx, id);
  if (!group) throw notFound();
  return group.id;
}

async function requireCode(tx: TenantWriter, groupId: string, id: string): Promise<CodeRow> {
  const row = await codeRecords.lock(tx, id);
  if (row?.verticalGroupId !== groupId) throw notFound();
  return row;
}

/** What of a body is written; the slug is written as it is looked for. */
const columnsOf = ({
  label,
  category,
  slug,
  triggersReturn,
  returnReason,
  isActive,
  sortOrder,
}: Static<typeof codeUpdate>) => ({
  label,
  category,
  triggersReturn,
  returnReason,
  isActive,
  sortOrder,
  slug: slug === undefined ? undefined : readCode(slug),
});
const FIELDS = ['label', 'category', 'slug', 'triggersReturn', 'returnReason', 'isActive', 'sortOrder'];

/** The slug that a label gives; a label of which none can be made needs one beside it. */
function slugOf(label: string): string {
  const slug = readCode(label.replaceAll(/[^a-z0-9]+/gi, ' '));
  if (slug !== undefined) return slug;
  const message = 'Is needed, as none can be made of this label: letters first, at most 40 of them and three digits.';
  throw invalid([{ field: 'slug', rule: 'required', message }]);
}

const listRoute = (): Route =>
  defineRoute({
    id: 'list_vertical_group_dispositions',
    method: 'GET',
    path: PATH,
    tag: 'verticals',
    summary: 'What may become of leads of the group, as codes in their order.',
    permission: 'vertical-groups:read',
    audit: { action: 'vertical_group.dispositions', entity: 'vertical_group' },
    params: groupParams,
    query: codeQuery,
    response: codesAnswer,
    async handle({ tx, params: { verticalGroupId }, query }) {
      const page = pageOf(query);
      const group = await requireRow({ records: groupRecords }, tx, verticalGroupId);
      const { rows, total } = await codeList(tx, group.id, page);
      return { answer: listAnswer(rows.map(show), total, page), touched: [group.id] };
    },
  });

/** The part of each of these routes that is the same. */
const changing = <R extends TSchema>(id: string, verb: string, response: R) =>
  ({
    id,
    tag: 'verticals',
    permission: 'verticals:write',
    audit: { action: `vertical_group.${verb}`, entity: 'vertical_group' },
    response,
  }) as const;

const addRoute = (): Route =>
  defineRoute({
    ...changing('create_vertical_group_disposition', 'add_disposition', codeAnswer),
    method: 'POST',
    path: PATH,
    status: 201,
    summary: 'Add a code to the group. Without a slug, it gets one of its label.',
    params: groupParams,
    body: codeCreate,
    async handle({ tx, now, params: { verticalGroupId }, body }) {
      const groupId = await lockGroup(tx, verticalGroupId);
      const own = { id: newId(now.getTime()), verticalGroupId: groupId, slug: slugOf(body.slug ?? body.label) };
      const row = await explainWrite(RULES, () => codeRecords.insert(tx, { ...columnsOf(body), ...own }));
      return { answer: { data: show(row) }, touched: [groupId, row.id], detail: detailOf(row, body) };
    },
  });

/** What the trail tells of a code that was written. */
const detailOf = ({ slug, triggersReturn }: CodeRow, body: object) => ({
  slug,
  triggersReturn,
  fields: Object.keys(body),
});

const changeRoute = (): Route =>
  defineRoute({
    ...changing('update_vertical_group_disposition', 'change_disposition', codeAnswer),
    method: 'PUT',
    path: `${PATH}/:dispId`,
    summary: 'Change the given fields of a code. What was said before keeps the label it had.',
    params,
    body: codeUpdate,
    async handle({ tx, params: { verticalGroupId, dispId }, body }) {
      const groupId = await lockGroup(tx, verticalGroupId);
      const { id } = await requireCode(tx, groupId, dispId);
      requireSome(body, FIELDS);
      const row = await explainWrite(RULES, () => codeRecords.update(tx, id, columnsOf(body)));
      if (!row) throw notFound();
      return { answer: { data: show(row) }, touched: [groupId, id], detail: detailOf(row, body) };
    },
  });

const IN_USE = 'Contracts have words that stand for this code. Change those first, or switch the code off.';

const removeRoute = (): Route =>
  defineRoute({
    ...changing('delete_vertical_group_disposition', 'delete_disposition', removedAnswer),
    method: 'DELETE',
    path: `${PATH}/:dispId`,
    summary: 'Delete a code that no contract has a word for. What was said before stays.',
    params,
    async handle({ tx, params: { verticalGroupId, dispId } }) {
      const groupId = await lockGroup(tx, verticalGroupId);
      const { id, slug } = await requireCode(tx, groupId, dispId);
      await explainRemoval(IN_USE, () => codeRecords.remove(tx, id));
      return { answer: { data: { success: true, id } }, touched: [groupId, id], detail: { slug } };
    },
  });

const cloneRoute = (): Route =>
  defineRoute({
    ...changing('clone_vertical_group_dispositions', 'clone_dispositions', copiedAnswer),
    method: 'POST',
    path: `${PATH}/clone`,
    summary: 'Copy the codes of another group; slugs that are there already stay as they are.',
    params: groupParams,
    body: codeClone,
    async handle({ tx, params: { verticalGroupId }, body: { sourceGroupId } }) {
      const groupId = await lockGroup(tx, verticalGroupId);
      const source = await groupRecords.find(tx, sourceGroupId);
      if (!source || source.id === groupId) throw invalid([unknownReference('sourceGroupId')]);
      const { rows } = await codeList(tx, source.id);
      const copied = await codesInsert(tx, groupId, rows);
      const counts = { copied: copied.length, skipped: rows.length - copied.length };
      return { answer: { data: counts }, touched: [groupId, source.id, ...copied], detail: counts };
    },
  });

const orderRoute = (): Route =>
  defineRoute({
    ...changing('reorder_vertical_group_dispositions', 'order_dispositions', orderAnswer),
    method: 'PUT',
    path: `${PATH}/reorder`,
    summary: 'Say where codes of the group stand in its list.',
    params: groupParams,
    body: codeReorder,
    async handle({ tx, params: { verticalGroupId }, body: { items } }) {
      const groupId = await lockGroup(tx, verticalGroupId);
      const known = (await codeList(tx, groupId)).rows.map(({ id }) => id);
      const faults = faultsOf(
        items.map(({ id }) => id),
        known,
      );
      if (faults.length > 0) throw invalid(faults);
      await codesOrder(tx, items);
      const { rows } = await codeList(tx, groupId);
      return { answer: { data: rows.map(show) }, touched: [groupId, ...rows.map(({ id }) => id)] };
    },
  });

const faultsOf = (ids: readonly string[], known: readonly string[]): Fault[] =>
  ids.flatMap((id, index): Fault[] => {
    const field = `items.${index}.id`;
    if (!known.includes(id)) return [unknownReference(field)];
    if (ids.indexOf(id) === index) return [];
    return [{ field, rule: 'unique', message: 'Is in the list before. Send each code once.' }];
  });
