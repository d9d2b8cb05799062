import { useQueries, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { useNames } from '../frame/use-names.ts';

export type RuledRole = Ok<'/api/v1/settings/field-access', 'get'>['data'][number];
export type Access = RuledRole['rules'][number]['access'];

/** A field that leads may have. Verticals may give the same name to several classes. */
export interface KnownField {
  readonly name: string;
  readonly label: string;
  readonly classes: readonly string[];
}

/** The rules of every role that reads leads. */
export const fieldRules = {
  queryKey: ['field-access', 'list'],
  queryFn: async () => (await answerOf(api.GET('/api/v1/settings/field-access'))).data,
} as const;

/** The same, asked for by who may read them. */
export const useFieldRules = () => useQuery(fieldRules);

const fieldsOf = async (verticalId: string) =>
  (await answerOf(api.GET('/api/v1/verticals/{verticalId}/fields', { params: { path: { verticalId } } }))).data;

/** Every field of every vertical, each once, in the order of the forms. */
export function useKnownFields(): readonly KnownField[] {
  const verticals = useNames('verticals').options;
  const found = useQueries({
    queries: verticals.map(({ value }) => ({
      queryKey: ['verticals', 'fields', value],
      queryFn: () => fieldsOf(value),
    })),
  });
  const fields = new Map<string, KnownField>();
  for (const { name, label, phiClass } of found.flatMap(({ data }) => data ?? [])) {
    const classes = fields.get(name)?.classes ?? [];
    fields.set(name, { name, label, classes: [...new Set([...classes, phiClass])] });
  }
  return [...fields.values()];
}
