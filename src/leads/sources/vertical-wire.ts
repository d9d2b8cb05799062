import { Type } from 'typebox';
import {
  idSchema,
  notYet,
  nullable,
  oneOf,
  type ProfileShape,
  textOf,
  textOrNull,
  timestamp,
} from '../../core/gate/index.ts';
import { FIELD_CLASSES, FIELD_TYPES } from './domain/lead-field.ts';
import { REGIMES } from './domain/regime.ts';

export const VERTICAL_STATUSES = ['active', 'inactive'] as const;

const maybe = Type.Optional;

export const verticalProfile: ProfileShape = {
  fields: { notes: maybe(textOrNull(5000)), legacyId: maybe(textOrNull(255)), crmId: maybe(textOrNull(255)) },
  money: [],
  internal: ['notes', 'legacyId', 'crmId'],
};

const slug = Type.String({
  pattern: '^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?$',
  description: 'Lower-case letters, digits, - and _.',
});

const settings = {
  description: maybe(textOrNull(2000)),
  status: maybe(oneOf(VERTICAL_STATUSES)),
  regime: maybe(oneOf(REGIMES)),
  dedupFields: maybe(
    Type.Array(textOf(64), { maxItems: 20, uniqueItems: true, description: 'The fields that dedupMatch compares.' }),
  ),
  dedupMatch: maybe(
    Type.Unsafe<'any' | 'all'>({
      enum: ['any', 'all'],
      description: 'One listed field alike, or all of them. Empty ones never are.',
    }),
  ),
  dedupSoldOnly: maybe(Type.Boolean({ description: 'Only leads that somebody bought and kept count.' })),
  dedupWindowDays: maybe(Type.Integer({ minimum: 0, maximum: 365 })),
  ...verticalProfile.fields,
  verticalGroupId: maybe(nullable(idSchema)),
  cascadeInactive: maybe(
    Type.Boolean({
      description:
        'With the status inactive: set what is active of its campaigns, offers and contracts inactive too. ' +
        'Nothing hangs on a new one.',
    }),
  ),
  ...notYet('verticalGroup retentionCadence profileKey settings scoringModelId'),
};

export const verticalCreate = Type.Object({ name: textOf(255), slug, ...settings }, { additionalProperties: false });
export const verticalUpdate = Type.Object(
  {
    name: maybe(textOf(255)),
    slug: maybe(slug),
    ...settings,
    _snapshot: maybe(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false },
);

export const verticalItem = {
  id: Type.String(),
  displayId: Type.Integer(),
  name: Type.String(),
  slug: Type.String(),
  description: nullable(Type.String()),
  status: Type.String(),
  regime: Type.String(),
  dedupFields: Type.Array(Type.String()),
  dedupMatch: Type.String(),
  dedupWindowDays: Type.Integer(),
  dedupSoldOnly: Type.Boolean(),
  fieldCount: Type.Integer(),
  customFieldCount: Type.Integer(),
  verticalGroupId: nullable(Type.String()),
  verticalGroup: nullable(Type.String({ description: 'The name of its group.' })),
  notes: nullable(Type.String()),
  legacyId: nullable(Type.String()),
  crmId: nullable(Type.String()),
  createdAt: timestamp,
  updatedAt: timestamp,
};

/** What hangs on one vertical, and is at work. */
export const verticalDetail = {
  working: Type.Object(
    { campaigns: Type.Integer(), offers: Type.Integer(), contracts: Type.Integer() },
    { description: 'How many cascadeInactive would set inactive now.' },
  ),
};

export const fieldItem = Type.Object({
  id: nullable(Type.String()),
  name: Type.String(),
  label: Type.String(),
  tier: Type.String(),
  type: Type.String(),
  fieldType: Type.String(),
  phiClass: Type.String(),
  required: Type.Boolean(),
  pingSafe: Type.Boolean({ description: 'Whether a ping may carry it.' }),
  options: nullable(Type.Array(Type.String())),
  sortOrder: Type.Integer(),
});

const fieldSettings = {
  fieldType: maybe(oneOf(FIELD_TYPES)),
  type: maybe(oneOf(FIELD_TYPES)),
  label: maybe(Type.String({ maxLength: 255 })),
  required: maybe(Type.Boolean()),
  pingSafe: maybe(Type.Boolean({ description: 'Whether a ping may carry it; never of identity or contact.' })),
  options: maybe(Type.Union([Type.Array(Type.String()), Type.Null()])),
  phiClass: maybe(oneOf(FIELD_CLASSES)),
  sortOrder: maybe(Type.Integer({ minimum: 0, maximum: 100_000 })),
  ...notYet('validation'),
};
const fieldName = Type.String({ maxLength: 64 });

export const fieldCreate = Type.Object({ name: fieldName, ...fieldSettings }, { additionalProperties: false });
export const fieldUpdate = Type.Object({ name: maybe(fieldName), ...fieldSettings }, { additionalProperties: false });
