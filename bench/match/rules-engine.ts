import { Engine, type NestedCondition, type RuleProperties } from 'json-rules-engine';
import type { Matchable } from '../../src/leads/routing/domain/matcher.ts';
import { membersOf, isGroup } from '../../src/leads/routing/domain/terms.ts';
import type { CustomFilter, Point, Radius } from '../../src/leads/routing/domain/terms.ts';
import { isWithin } from '../../src/leads/routing/domain/distance.ts';

/** The same contracts as rules of json-rules-engine, with operators of our own for what it has none. */
export function engineOf(contracts: readonly Matchable[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator<unknown, string[]>('beginsWithAny', (value, prefixes) =>
    prefixes.some((prefix) => String(value).startsWith(prefix)),
  );
  engine.addOperator<Point | null, Radius[]>(
    'withinAny',
    (point, radii) => point !== null && radii.some((radius) => isWithin(radius, point)),
  );
  engine.addOperator<unknown, unknown>('present', (value) => value !== undefined && value !== null);
  for (const contract of contracts) engine.addRule(ruleOf(contract));
  return engine;
}

function ruleOf({ contractId, geo, demographic, custom }: Matchable): RuleProperties {
  const all: NestedCondition[] = [];
  const add = (fact: string, operator: string, value: unknown): number => all.push({ fact, operator, value });
  if (geo !== null) {
    if (geo.states.length > 0) add('state', geo.exclude ? 'notIn' : 'in', geo.states);
    if (geo.zipCodes.length > 0) add('zipCode', 'in', geo.zipCodes);
    if (geo.zipPrefixes.length > 0) add('zipCode', 'beginsWithAny', geo.zipPrefixes);
    if (geo.radii !== undefined) add('place', 'withinAny', geo.radii);
  }
  const { minAge, maxAge } = demographic ?? { minAge: null, maxAge: null };
  if (minAge !== null) add('age', 'greaterThanInclusive', minAge);
  if (maxAge !== null) add('age', 'lessThanInclusive', maxAge);
  all.push(...custom.map(conditionOf));
  return { conditions: { all }, event: { type: contractId } };
}

function conditionOf(filter: CustomFilter): NestedCondition {
  if (isGroup(filter)) {
    const members = membersOf(filter).map(conditionOf);
    return 'any' in filter ? { any: members } : { all: members };
  }
  const { field: fact } = filter;
  switch (filter.operator) {
    case 'equals':
      return { fact, operator: 'equal', value: filter.value };
    case 'not_equals':
      return { fact, operator: 'notEqual', value: filter.value };
    case 'in':
      return { fact, operator: 'in', value: filter.values };
    case 'greater_than':
      return { fact, operator: 'greaterThan', value: filter.value };
    case 'between':
      return { fact, operator: 'greaterThanInclusive', value: filter.min };
    case 'is_not_empty':
      return { fact, operator: 'present', value: true };
    default:
      throw new Error(`the market of this bench has no ${filter.operator}`);
  }
}
