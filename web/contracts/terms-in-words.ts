import { CLASSES, className, type LeadField } from '../fields/lead-field.ts';
import { contractTexts as t } from '../texts/contracts.ts';
import { duplicateTexts as d } from '../texts/duplicates.ts';
import { count } from '../ui/format.ts';
import type { Contract } from './contract-types.ts';
import { type FilterNode, type FilterRow, isGroupRow, isRange, isUnary, takesList } from './filter-row.ts';
import { radiusInWords, radiusRowOf } from './radius-row.ts';

const SHOWN = 12;

/** The first of many, and how many more there are. */
function some(list: readonly string[]): string {
  const more = list.length - SHOWN;
  return more > 0 ? `${list.slice(0, SHOWN).join(', ')} + ${count(more)}` : list.join(', ');
}

/** Where a contract buys: "Only these places: TX, IL". */
export function placesInWords(geo: Contract['geoFilters']): string {
  if (geo === null) return t.everywhere;
  const around = geo.radii.map((radius) => radiusInWords(radiusRowOf(radius)));
  const lists = [geo.states, geo.zipCodes, around, geo.cities].filter((list) => list.length > 0).map(some);
  return `${geo.exclude ? t.exclude : t.include}: ${lists.join('; ')}`;
}

/** Whom by age: "18 years and older". */
export function agesInWords(demographic: Contract['demographicFilters']): string {
  const { minAge, maxAge } = demographic ?? { minAge: null, maxAge: null };
  if (minAge !== null && maxAge !== null) return t.agesBetween(minAge, maxAge);
  if (minAge !== null) return t.agesFrom(minAge);
  return maxAge === null ? t.anyAge : t.agesTo(maxAge);
}

/** A condition or a group as a sentence: "Treatment wanted is one of implants, crowns, or Income is more than 64". */
export function filterInWords(node: FilterNode, fields: readonly LeadField[]): string {
  if (!isGroupRow(node)) return rowInWords(node, fields);
  const parts = node.rows.map((one) => (isGroupRow(one) ? `(${filterInWords(one, fields)})` : rowInWords(one, fields)));
  return parts.join(node.kind === 'any' ? t.orBetween : t.andBetween);
}

function rowInWords(row: FilterRow, fields: readonly LeadField[]): string {
  const label = fields.find(({ name }) => name === row.field)?.label ?? row.field;
  const operator = row.operator === '' ? '' : t.operators[row.operator];
  if (isUnary(row.operator)) return `${label} ${operator}`;
  if (takesList(row.operator)) return `${label} ${operator} ${some(row.values)}`;
  if (!isRange(row.operator)) return `${label} ${operator} ${row.value}`;
  const ends = [row.min && `${t.from} ${row.min}`, row.max && `${t.to} ${row.max}`].filter(Boolean);
  return `${label} ${operator} ${ends.join(' ')}`;
}

/** Names of fields by their class, the most guarded first; what the vertical no longer has stands last. */
export function byClass(names: readonly string[], fields: readonly LeadField[]): [string, string[]][] {
  const known = fields.filter(({ name }) => names.includes(name));
  const unknown = names.filter((name) => !fields.some((field) => field.name === name));
  const groups = CLASSES.map((phiClass): [string, string[]] => [
    className(phiClass),
    known.filter((field) => field.phiClass === phiClass).map(({ label }) => label),
  ]);
  return [...groups, ['–', unknown] as [string, string[]]].filter(([, labels]) => labels.length > 0);
}

/** Whether its buyer may get a person whom it has bought before: "Not again, 60 days". */
export function againInWords({ dedupEnabled, dedupWindowDays }: Contract): string {
  const rule = dedupEnabled === null ? d.contractRules.buyer : dedupEnabled ? d.contractRules.on : d.contractRules.off;
  return dedupEnabled === false || dedupWindowDays === null ? rule : `${rule}, ${d.days(dedupWindowDays)}`;
}
