import { type AccessTo, PHI_CLASSES, type PhiClass } from '../../core/access/index.ts';
import { UnsealError, type Vault } from '../../core/vault/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import {
  type ContractFilters,
  filterPaths,
  firstMismatch,
  NO_FILTERS,
  placeOfZip,
  type Subject,
  subjectOf,
} from '../routing/index.ts';
import { openClasses } from './open-lead.ts';
import { classesIn, type FieldClasses } from './read-field-classes.ts';
import type { LeadRow } from './store.ts';

/** How many leads filters would let pass, of those that were looked at. */
export interface Matching {
  readonly matching: number;
  /** Leads that could be asked: one whose key was destroyed meanwhile cannot. */
  readonly looked: number;
  /** Leads that lack a field which the filters ask for, or whose place is not known; none of them matches. */
  readonly unknown: number;
  /** Of which something was opened, as what stands in clear did not tell. */
  readonly opened: number;
  readonly phiClasses: readonly PhiClass[];
}

interface Counting {
  readonly vault: Vault;
  readonly tenantId: string;
  readonly filters: ContractFilters;
  readonly classes: FieldClasses;
  readonly now: Date;
  readonly timeZone: string;
}

/** Leads that are opened at once. */
const AT_ONCE = 50;

/**
 * Counts the leads that filters would let pass. The state stands in clear and is asked first; only of a lead that is
 * not decided by it are those classes opened in which a field of the filters may be.
 */
export async function countMatching(counting: Counting, leads: readonly LeadRow[]): Promise<Matching> {
  const { filters, classes } = counting;
  const needed = classesFor(filters, classes);
  const inClear = clearPart(filters);
  const found = { matching: 0, looked: 0, unknown: 0, opened: 0 };
  const settle = (subject: Subject, asked: ContractFilters): void => {
    const mismatch = firstMismatch(asked, subject);
    found.looked += 1;
    if (mismatch === null) found.matching += 1;
    else if (mismatch.reason === 'field_missing' || mismatch.reason === 'place_unknown') found.unknown += 1;
  };
  const subject = ({ state }: LeadRow, fields: Parameters<typeof subjectOf>[0] = {}): Subject => {
    const { now, timeZone } = counting;
    return subjectOf({ ...(state === null ? {} : { state }), ...fields }, { now, timeZone, placeOf: placeOfZip });
  };
  const rest: LeadRow[] = [];
  for (const lead of leads) {
    if (needed.length === 0) settle(subject(lead), filters);
    else if (firstMismatch(inClear, subject(lead)) === null) rest.push(lead);
    else settle(subject(lead), inClear);
  }
  for (let from = 0; from < rest.length; from += AT_ONCE) {
    const part = rest.slice(from, from + AT_ONCE);
    const opened = await Promise.all(part.map((lead) => open(counting, lead, needed)));
    for (const [index, lead] of part.entries()) {
      const fields = opened[index];
      if (fields === undefined) continue;
      found.opened += 1;
      settle(subject(lead, fields), filters);
    }
  }
  return { ...found, phiClasses: found.opened > 0 ? needed : [] };
}

/** Undefined for a lead whose key was destroyed after it was read. */
async function open({ vault, tenantId }: Counting, lead: LeadRow, classes: readonly PhiClass[]) {
  try {
    return await openClasses(vault, tenantId, lead, classes);
  } catch (error) {
    if (error instanceof UnsealError) return undefined;
    throw error;
  }
}

/** The names of the fields that filters ask for. */
function fieldsOf({ geo, demographic, custom }: ContractFilters): string[] {
  const { states = [], cities = [], zipCodes = [], zipPrefixes = [], radii = [] } = geo ?? {};
  const zips = zipCodes.length + zipPrefixes.length + radii.length;
  const isAged = demographic !== null && (demographic.minAge !== null || demographic.maxAge !== null);
  return [
    ...(states.length > 0 ? ['state'] : []),
    ...(zips > 0 ? ['zipCode'] : []),
    ...(cities.length > 0 ? ['city'] : []),
    ...(isAged ? ['dateOfBirth'] : []),
    ...(demographic !== null && demographic.genders.length > 0 ? ['gender'] : []),
    ...filterPaths(custom).map(({ field }) => field),
  ];
}

/** What of the filters the state alone answers, which stands in clear. */
export const clearPart = ({ geo }: ContractFilters): ContractFilters =>
  geo === null || geo.states.length === 0
    ? NO_FILTERS
    : { ...NO_FILTERS, geo: { states: geo.states, zipCodes: [], zipPrefixes: [], cities: [], exclude: geo.exclude } };

/** The classes to be opened for filters; the state stands in clear. */
export function classesFor(filters: ContractFilters, classes: FieldClasses): readonly PhiClass[] {
  const fields = fieldsOf(filters).filter((field) => field !== 'state');
  const asked = new Set(fields.flatMap((field) => classesIn(classes, field)));
  return PHI_CLASSES.filter((name) => asked.has(name));
}

/**
 * Counts by a field tell of its values: throws FORBIDDEN where the filters ask for one that the caller does not see in
 * clear.
 */
export function requireOpenFields(filters: ContractFilters, classes: FieldClasses, accessTo: AccessTo): void {
  const closed = fieldsOf(filters).find((field) => accessTo(field, ...classesIn(classes, field)) !== 'visible');
  if (closed === undefined) return;
  const message = `You may not see the field ${closed}, so leads are not counted by it. Leave it out.`;
  throw new AppError('FORBIDDEN', message);
}
