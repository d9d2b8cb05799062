import { type Static, Type } from 'typebox';
import {
  crudRoutes,
  defineResource,
  defineRoute,
  idSchema,
  one,
  requireRow,
  type Route,
  unknownReference,
  withIsoDates,
} from '../../core/gate/index.ts';
import { invalid, notFound } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { seedCodes, wordsUnlink } from '../outcomes/index.ts';
import { groupRecords, type GroupRow, groupSetVerticals, verticalsKnown } from './group-store.ts';
import { groupCreate, groupItem, groupUpdate, groupVerticals } from './group-wire.ts';

const groups = defineResource<GroupRow, typeof groupCreate, typeof groupUpdate>({
  names: ['vertical_group', 'vertical_groups'],
  path: '/api/admin/vertical-groups',
  tag: 'verticals',
  updateBy: 'PUT',
  permissions: { read: 'vertical-groups:read', write: 'verticals:write' },
  records: groupRecords,
  wire: { create: groupCreate, update: groupUpdate, item: groupItem },
  list: { statuses: [], sorts: ['name', 'createdAt'], ids: [], linked: {}, limit: 1000 },
  rules: { unique: { vertical_groups_name: 'name' } },
  inUse: 'This group has verticals. Take them out first.',
  show: (row) => ({
    ...withIsoDates(row),
    attributionScope: 'vertical',
    attributionPolicy: null,
    verticalCount: row.verticals.length,
  }),
  async insert({ tx, body, now }) {
    const row = await groupRecords.insert(tx, { id: newId(now.getTime()), name: body.name, ...scopeOf(body) });
    return { row, touched: await seedCodes(tx, row.id) };
  },
  async change({ tx, body }, { id }) {
    const row = await groupRecords.update(tx, id, { name: body.name, ...scopeOf(body) });
    if (!row) throw notFound();
    return { row };
  },
  unlink: async (tx, { id }) => [...(await groupSetVerticals(tx, id, [])), ...(await wordsUnlink(tx, id))],
});

const scopeOf = ({ dedupScope }: Static<typeof groupUpdate>): { readonly dedupScope?: 'vertical' | 'group' } =>
  dedupScope === undefined ? {} : { dedupScope: dedupScope === 'vertical' ? 'vertical' : 'group' };

/** Groups of verticals, whose leads may be duplicates of each other. */
export const groupRoutes = (): Route[] => [
  ...crudRoutes(groups),
  defineRoute({
    id: 'update_vertical_group_verticals',
    method: 'PUT',
    path: `${groups.path}/:verticalGroupId/verticals`,
    tag: 'verticals',
    summary: 'Make these verticals, and no others, those of the group; a vertical is of one group at most.',
    permission: 'verticals:write',
    audit: { action: 'vertical_group.set_verticals', entity: 'vertical_group' },
    params: Type.Object({ verticalGroupId: idSchema }),
    body: groupVerticals,
    response: one(Type.Object(groupItem)),
    async handle({ tx, caller, params: { verticalGroupId }, body: { verticalIds } }) {
      const group = await requireRow(groups, tx, verticalGroupId);
      const known = await verticalsKnown(tx, verticalIds);
      const unknown = verticalIds.flatMap((wanted, index) => (known.has(wanted) ? [] : [`verticalIds.${index}`]));
      if (unknown.length > 0) throw invalid(unknown.map(unknownReference));
      const changed = await groupSetVerticals(tx, group.id, verticalIds);
      const data = groups.show(await requireRow(groups, tx, group.id), caller) as Static<typeof shown>;
      return { answer: { data }, touched: [group.id, ...changed] };
    },
  }),
];
const shown = Type.Object(groupItem);
