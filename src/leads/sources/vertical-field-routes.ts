import { Type } from 'typebox';
import { defineRoute, idSchema, list, listAnswer, one, requireRow, type Route } from '../../core/gate/index.ts';
import { addField } from './add-field.ts';
import { fieldsOfVertical } from './field-store.ts';
import { showAllFields, showField } from './show-field.ts';
import { verticals } from './vertical-routes.ts';
import { fieldCreate, fieldItem } from './vertical-wire.ts';

const whole = <T>(rows: readonly T[]) => listAnswer(rows, rows.length, { limit: rows.length, offset: 0 });
const path = (below: string): string => `${verticals.path}/:verticalId/${below}`;
const params = Type.Object({ verticalId: idSchema });

/** Fields and documents of a vertical. */
export function verticalFieldRoutes(): Route[] {
  return [
    defineRoute({
      id: 'list_vertical_fields',
      method: 'GET',
      path: path('fields'),
      tag: 'verticals',
      summary: 'Every field that leads of the vertical have: the global ones, then its own.',
      permission: 'verticals:read',
      audit: { action: 'vertical.fields', entity: 'vertical' },
      params,
      response: list(fieldItem),
      async handle({ tx, params: { verticalId } }) {
        const { id } = await requireRow(verticals, tx, verticalId);
        return { answer: whole(showAllFields(await fieldsOfVertical(tx, id))), touched: [id] };
      },
    }),
    defineRoute({
      id: 'list_vertical_custom_fields',
      method: 'GET',
      path: path('custom-fields'),
      tag: 'verticals',
      summary: 'The fields that the vertical adds.',
      permission: 'verticals:read',
      audit: { action: 'vertical.fields', entity: 'vertical' },
      params,
      response: list(fieldItem),
      async handle({ tx, params: { verticalId } }) {
        const { id } = await requireRow(verticals, tx, verticalId);
        const rows = await fieldsOfVertical(tx, id);
        return { answer: whole(rows.map((row) => showField(row.definition, row))), touched: [id] };
      },
    }),
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
        const row = await addField(tx, id, body);
        return {
          answer: { data: showField(row.definition, row) },
          touched: [id],
          detail: { field: row.definition.name },
        };
      },
    }),
    defineRoute({
      id: 'list_vertical_documents',
      method: 'GET',
      path: path('documents'),
      tag: 'verticals',
      summary: 'Documents of the vertical: none, as no call takes any yet.',
      permission: 'verticals:read',
      audit: { action: 'vertical.documents', entity: 'vertical' },
      params,
      response: list(Type.Object({ id: Type.String(), name: Type.String() })),
      async handle({ tx, params: { verticalId } }) {
        const { id } = await requireRow(verticals, tx, verticalId);
        return { answer: whole<{ id: string; name: string }>([]), touched: [id] };
      },
    }),
  ];
}
