import { type Static, type TSchema, Type } from 'typebox';
import { defineRoute, idSchema, list, listAnswer, one, requireRow, type Route } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { addField } from './add-field.ts';
import { fieldsOfVertical } from './field-store.ts';
import { showAllFields, showField } from './show-field.ts';
import { verticals } from './vertical-routes.ts';
import { fieldCreate, fieldItem } from './vertical-wire.ts';

const path = (below: string): string => `${verticals.path}/:verticalId/${below}`;
const params = Type.Object({ verticalId: idSchema });
const documentItem = Type.Object({ id: Type.String(), name: Type.String() });

/** Fields and documents of a vertical. */
export function verticalFieldRoutes(): Route[] {
  return [
    wholeList('list_vertical_fields', 'fields', {
      summary: 'Every field that leads of the vertical have: the global ones, then its own.',
      item: fieldItem,
      rows: async (tx, verticalId) => showAllFields(await fieldsOfVertical(tx, verticalId)),
    }),
    wholeList('list_vertical_custom_fields', 'custom-fields', {
      summary: 'The fields that the vertical adds.',
      item: fieldItem,
      rows: async (tx, verticalId) =>
        (await fieldsOfVertical(tx, verticalId)).map((row) => showField(row.definition, row)),
    }),
    addRoute(),
    wholeList('list_vertical_documents', 'documents', {
      summary: 'Documents of the vertical: none, as no call takes any yet.',
      item: documentItem,
      rows: async () => [],
    }),
  ];
}

interface WholeList<T extends TSchema> {
  readonly summary: string;
  readonly item: T;
  readonly rows: (tx: TenantReader, verticalId: string) => Promise<Static<T>[]>;
}

/** A route that answers a list in one piece. */
function wholeList<T extends TSchema>(id: string, below: string, { summary, item, rows }: WholeList<T>): Route {
  const response: TSchema = list(item);
  return defineRoute({
    id,
    method: 'GET',
    path: path(below),
    tag: 'verticals',
    summary,
    permission: 'verticals:read',
    audit: { action: `vertical.${below}`, entity: 'vertical' },
    params,
    response,
    async handle({ tx, params: { verticalId } }) {
      const vertical = await requireRow(verticals, tx, verticalId);
      const found = await rows(tx, vertical.id);
      const page = { limit: found.length, offset: 0 };
      return { answer: listAnswer(found, found.length, page), touched: [vertical.id] };
    },
  });
}

const addRoute = (): Route =>
  defineRoute({
    id: 'create_vertical_custom_field',
    method: 'POST',
    path: path('custom-fields'),
    tag: 'verticals',
    status: 201,
    summary: 'Add a field to the vertical; without a phiClass it counts as health data.',
    permission: 'verticals:write',
    audit: { action: 'vertical.add_field', entity: 'vertical' },
    params,
    body: fieldCreate,
    response: one(fieldItem),
    async handle({ tx, params: { verticalId }, body }) {
      const { id } = await requireRow(verticals, tx, verticalId);
      const { definition, ...place } = await addField(tx, { tier: 'vertical', id }, body);
      return {
        answer: { data: showField(definition, place) },
        touched: [id, place.id],
        detail: { field: definition.name },
      };
    },
  });
