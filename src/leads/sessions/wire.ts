import { type Static, Type } from 'typebox';
import { idSchema, list, nullable, one, oneOf, pageQuery } from '../../core/gate/index.ts';
import { sessionState } from './domain/session-state.ts';
import type { SessionRow } from './store.ts';

const text = Type.String();
const timestamp = Type.String({ description: 'ISO 8601.' });
const campaignRef = Type.Union([Type.String({ maxLength: 64 }), Type.Integer()], {
  description: 'The id of the campaign, or its number.',
});
const data = Type.Record(Type.String(), Type.Unknown(), {
  description: 'Fields as a post has them, flat or under custom. They are checked when the session is submitted.',
});
const step = Type.Integer({ minimum: 0, maximum: 1000 });
const STATES = ['active', 'submitted', 'completed', 'expired'] as const;

export const params = Type.Object({
  sessionKey: Type.String({ maxLength: 256, description: 'The key that the creation answered.' }),
});

export const createBody = Type.Object(
  {
    campaignId: campaignRef,
    totalSteps: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    data: Type.Optional(data),
  },
  { additionalProperties: false },
);
export const createAnswer = one(
  Type.Object({
    sessionKey: Type.String({ description: 'Goes on with this session alone. It is shown once.' }),
    sessionId: text,
    expiresAt: timestamp,
  }),
);

export const patchBody = Type.Object(
  {
    data: Type.Optional(data),
    currentStep: Type.Optional(step),
    status: Type.Optional(Type.Literal('completed')),
  },
  { additionalProperties: false },
);
export const submitBody = Type.Record(Type.String(), Type.Unknown(), {
  description: 'What was not sent yet: under data, or beside it. May be empty.',
});
export const coregBody = Type.Object({ campaignId: Type.Optional(campaignRef), data }, { additionalProperties: false });

const item = {
  campaignId: text,
  currentStep: Type.Integer(),
  totalSteps: nullable(Type.Integer()),
  status: oneOf(STATES),
  primaryLeadId: nullable(text),
  coregCount: Type.Integer(),
  expiresAt: timestamp,
  createdAt: timestamp,
  updatedAt: timestamp,
};
export const sessionAnswer = one(Type.Object({ id: text, sessionId: text, ...item, data }));
export const changedAnswer = one(Type.Object({ id: text, sessionId: text, ...item }));

const listed = Type.Object({
  id: text,
  ...item,
  partnerId: text,
  refusal: Type.Union([text, Type.Null()], { description: 'Why a submitted session made no lead.' }),
});
export const listQuery = Type.Object(
  { ...pageQuery, status: Type.Optional(oneOf(STATES)), campaignId: Type.Optional(idSchema) },
  { additionalProperties: false },
);
export const listedSessions = list(listed);

/** A session without what was answered in it. */
export const showSession = (row: SessionRow, coregs: number, now: Date): Omit<Static<typeof listed>, 'refusal'> => ({
  id: row.sessionId,
  campaignId: row.campaignId,
  partnerId: row.partnerId,
  currentStep: row.currentStep,
  totalSteps: row.totalSteps,
  status: sessionState(row, now),
  primaryLeadId: row.primaryLeadId,
  coregCount: coregs,
  expiresAt: row.expiresAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
