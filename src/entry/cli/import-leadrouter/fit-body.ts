import type { TSchema } from 'typebox';
import { isNeutral } from '../../../core/gate/index.ts';
import type { Fault } from '../../../kernel/app-error.ts';
import { bodyFaults } from '../../../platform/http/index.ts';
import type { ForeignRow } from './envelope.ts';

/** A setting of the other system that has no place here. */
export interface Unfit {
  readonly field: string;
  readonly why: string;
  /** Whether it is a setting that both systems know, so that leaving it out changes what the record does. */
  readonly isSetting: boolean;
}

export interface Fitted {
  readonly body: Readonly<Record<string, unknown>>;
  readonly unfit: readonly Unfit[];
}

/** What a record shows and nobody sets. */
const READ_ONLY = new Set(
  `id displayId tenantId createdAt updatedAt createdBy updatedBy version inSetup balance reserved available
   postingKey postingKeyPrefix postingSpec specToken specUrl tier contractName buyerName verticalName offerName
   partnerName partnerStatus verticalGroup verticals readiness isExpired signingSecret warnings contracts
   campaigns offers fields working`
    .trim()
    .split(/\s+/),
);
const isShownOnly = (name: string): boolean => READ_ONLY.has(name) || name.endsWith('Count');

/** Names of one setting: what is left empty under one of them says nothing where another one is filled. */
const SPELLINGS = [
  ['geo', 'geoFilters'],
  ['price', 'pricePerLead'],
  ['deliveryConfig', 'deliveryUrl', 'deliveryUrlOverride'],
  ['schedule', 'scheduleHours'],
  ['type', 'fieldType'],
] as const;

/** A record without the spellings that are empty though another one is filled. */
function spelledOnce(row: ForeignRow): ForeignRow {
  const isEmpty = (name: string): boolean => row[name] === null || row[name] === undefined || row[name] === '';
  const dropped = SPELLINGS.filter((names) => names.some((name) => !isEmpty(name))).flatMap((names) =>
    names.filter((name) => isEmpty(name)),
  );
  return Object.fromEntries(Object.entries(row).filter(([name]) => !dropped.some((one) => one === name)));
}

type Properties = Readonly<Record<string, TSchema>>;

/**
 * The body of a request that makes a record like the given one: what the schema takes of it, numbers that came as text
 * made numbers, and without what asks for nothing. Everything else is named.
 */
export function fitBody(schema: TSchema, row: ForeignRow): Fitted {
  const properties = propertiesOf(schema);
  const body: Record<string, unknown> = {};
  const unfit: Unfit[] = [];
  for (const [field, value] of Object.entries(spelledOnce(row))) {
    if (isShownOnly(field)) continue;
    const property = properties[field];
    if (property === undefined) {
      if (!isNeutral(value)) unfit.push({ field, why: 'There is no such setting here.', isSetting: false });
      continue;
    }
    const fitting = fitValue(property, value);
    if ('value' in fitting) body[field] = fitting.value;
    else if (!isNeutral(value)) unfit.push({ field, why: fitting.why, isSetting: true });
  }
  return { body, unfit };
}

/** The fields that a schema of a body has. */
const propertiesOf = (schema: TSchema): Properties =>
  ('properties' in schema ? schema['properties'] : {}) as Properties;

function fitValue(schema: TSchema, value: unknown): { readonly value: unknown } | { readonly why: string } {
  const faultsOf = bodyFaults(schema);
  const faults = faultsOf(value);
  if (faults.length === 0) return { value };
  if (typeof value === 'string' && /^\d{1,9}(\.0+)?$/.test(value) && faultsOf(Number(value)).length === 0)
    return { value: Number(value) };
  return { why: sentencesOf(faults) };
}

/** Sentences of faults, each once. */
export const sentencesOf = (faults: readonly Fault[]): string =>
  [...new Set(faults.map(({ message }) => message))].join(' ');
