import { Type } from 'typebox';
import { idSchema, nullable, one } from '../../core/gate/index.ts';

const text = Type.String();

/** A ping takes the fields of its campaign that are safe for pings; every other one is refused by name. */
export const pingBody = Type.Record(Type.String(), Type.Unknown(), {
  description:
    'Fields of the campaign that are safe for pings, flat or under custom; campaignId and expiryMinutes (1 to 60; 5).',
});

export const pingAnswer = one(
  Type.Object({
    pingId: text,
    expiresAt: Type.String({ description: 'ISO 8601. Until then a lead may be posted to the quote, once.' }),
    price: nullable(Type.String({ description: 'What the partner earns if those buy it that would now.' })),
    matchCount: Type.Integer(),
    matches: Type.Array(
      Type.Object({
        rank: Type.Integer(),
        price: Type.String({ description: 'What the partner earns by this sale.' }),
        buyerId: Type.Optional(Type.String({ description: 'For acceptedBuyerIds.' })),
        buyerName: Type.Optional(nullable(Type.String({ description: 'The legal name, for the consent to name it.' }))),
        disclosure: Type.Optional(nullable(Type.String({ description: 'What the person is to agree to.' }))),
      }),
    ),
  }),
);

export const postBody = Type.Intersect([
  Type.Object({ pingId: idSchema }),
  Type.Record(Type.String(), Type.Unknown(), {
    description: 'The fields of the campaign, flat or under custom; acceptedBuyerIds limits who may buy it.',
  }),
]);

export const postAnswer = one(
  Type.Object({
    leadId: nullable(text),
    pingId: text,
    status: Type.String({ description: 'sold, rejected, or pending while a buyer has not answered.' }),
    rejectionReason: Type.Optional(nullable(text)),
    payout: text,
    matchCount: Type.Integer({ description: 'The buyers that have it.' }),
    warnings: Type.Array(Type.Object({ field: text, rule: text, message: text })),
  }),
);
