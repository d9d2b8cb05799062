import { Type } from 'typebox';
import { idSchema, one, oneOf } from '../../core/gate/index.ts';

const text = Type.String();
const reasons = Type.Array(Type.Object({ code: text, text }));

const contractReadiness = Type.Object({
  contractId: text,
  name: text,
  buyerId: text,
  buyerName: text,
  canSell: Type.Boolean(),
  reasons,
});

export const contractsReadinessQuery = Type.Object(
  {
    contractId: Type.Optional(idSchema),
    countsOnly: Type.Optional(oneOf(['true', 'false'])),
  },
  { additionalProperties: false },
);

export const contractsReadinessAnswer = one(
  Type.Object({ canSell: Type.Integer(), total: Type.Integer(), contracts: Type.Array(contractReadiness) }),
);

export const offerReadinessAnswer = one(
  Type.Object({
    canSell: Type.Boolean(),
    checks: Type.Array(
      Type.Object({
        id: text,
        ok: Type.Boolean(),
        title: text,
        text,
        remedy: Type.Union([text, Type.Null()], { description: 'What to do where it is not as it should be.' }),
        entityType: Type.Optional(text),
        entityId: Type.Optional(text),
      }),
    ),
    contracts: Type.Array(contractReadiness),
    campaigns: Type.Array(
      Type.Object({
        campaignId: text,
        name: text,
        partnerName: Type.Union([text, Type.Null()]),
        status: text,
        ok: Type.Boolean(),
        reasons,
      }),
    ),
  }),
);
