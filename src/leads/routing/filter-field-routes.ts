import { type Static, Type } from 'typebox';
import { defineRoute, idSchema, nullable, one, requireRow, type Route } from '../../core/gate/index.ts';
import { GLOBAL_FIELDS, STATE_CODES } from '../intake/index.ts';
import { fieldsOfVertical } from '../sources/index.ts';
import { filtersFor, operatorsFor } from './domain/filter-operators.ts';
import { offers } from './offer-routes.ts';

const text = Type.String();
const texts = Type.Array(text);
const fieldItem = Type.Object({
  name: text,
  label: text,
  type: text,
  tier: Type.String({ description: '`global`, `vertical` or `campaign`.' }),
  required: Type.Boolean({ description: 'Whether every lead has it.' }),
  filters: Type.Array(text, { description: 'Which filters of a contract may ask about it.' }),
  operators: Type.Array(text, { description: 'Of its conditions in customFilters.' }),
  options: nullable(Type.Union([texts, Type.Array(Type.Boolean())], { description: 'The values that it may have.' })),
});

type Field = Pick<Static<typeof fieldItem>, 'name' | 'label' | 'type' | 'tier' | 'required'> & {
  readonly options?: readonly string[];
};

/**
 * One field that several campaigns define, each for its leads, is one field for a filter. Its values are known where
 * each of them says which there are.
 */
const byName = (fields: readonly Field[]): readonly Field[] =>
  [...Map.groupBy(fields, ({ name }) => name).values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const { options: own, ...field } = first;
    const options = [own, ...rest.map((other) => other.options)].filter((listed) => listed !== undefined);
    return options.length <= rest.length ? [field] : [{ ...field, options: [...new Set(options.flat())] }];
  });

function optionsOf({ name, type, options }: Field): string[] | boolean[] | null {
  if (name === 'state') return [...STATE_CODES];
  return type === 'boolean' ? [true, false] : options ? [...options] : null;
}

const show = (field: Field): Static<typeof fieldItem> => ({
  name: field.name,
  label: field.label,
  type: field.type,
  tier: field.tier,
  required: field.required && field.tier !== 'campaign',
  filters: [...filtersFor(field.name)],
  operators: [...operatorsFor(field.type)],
  options: optionsOf(field),
});

/** What contracts of an offer may ask of leads. */
export const filterFieldRoute = (): Route =>
  defineRoute({
    id: 'get_offer_filter_fields',
    method: 'GET',
    path: '/api/admin/offers/:offerId/filter-fields',
    tag: 'offers',
    summary: 'The fields that filters of contracts of this offer may ask about, with the values that they may have.',
    permission: 'offers:read',
    audit: { action: 'offer.filter_fields', entity: 'offer' },
    params: Type.Object({ offerId: idSchema }),
    response: one(Type.Array(fieldItem)),
    async handle({ tx, params: { offerId } }) {
      const { id, verticalId } = await requireRow(offers, tx, offerId);
      const own = await fieldsOfVertical(tx, verticalId, true);
      const fields = byName([...GLOBAL_FIELDS, ...own.map(({ definition }) => definition)]);
      return { answer: { data: fields.map(show) }, touched: [id] };
    },
  });
