import { type Static, Type } from 'typebox';
import { amount, centsOf, nullable, type Shown } from '../../core/gate/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { formatCents } from '../../kernel/money.ts';
import { STATE_CODES } from '../intake/index.ts';
import type { OfferRow } from './store.ts';

type Listed = Pick<OfferRow, 'defaultPayoutCents' | 'states'>;

const state = Type.Refine(
  Type.String(),
  (value) => typeof value !== 'string' || STATE_CODES.includes(value),
  () => 'Send the two-letter code of a US state, such as TX.',
);

/** What partners are told of an offer beside its name, vertical and description. */
export const listedFields = {
  defaultPayoutAmount: Type.Optional(
    Type.Union([amount, Type.Null()], {
      description: 'What a lead pays the partner of a new campaign that does not say otherwise. Null: it is not said.',
    }),
  ),
  states: Type.Optional(
    Type.Array(state, {
      maxItems: STATE_CODES.length,
      uniqueItems: true,
      description: 'From where partners are told that leads are wanted; none: from everywhere. Contracts decide.',
    }),
  ),
};
const listedBody = Type.Object(listedFields);

/** The same as answers show it. */
export const listedItem = {
  defaultPayoutAmount: nullable(Type.String()),
  states: Type.Array(Type.String()),
};

const MOST_CENTS = 100_000_000;

/** Reads it for the row; what the body does not speak of stays. Throws VALIDATION_ERROR for more than can be paid. */
export function readListed({ defaultPayoutAmount, states }: Static<typeof listedBody>): Partial<Listed> {
  return {
    ...(defaultPayoutAmount === undefined ? {} : { defaultPayoutCents: readPayout(defaultPayoutAmount) }),
    ...(states === undefined ? {} : { states }),
  };
}

function readPayout(given: string | number | null): number | null {
  if (given === null) return null;
  const cents = centsOf(given);
  if (cents <= MOST_CENTS) return cents;
  const message = `Send at most ${formatCents(MOST_CENTS)}.`;
  throw invalid([{ field: 'defaultPayoutAmount', rule: 'maximum', message }]);
}

export const showListed = ({ defaultPayoutCents, states }: Listed): Shown => ({
  defaultPayoutAmount: defaultPayoutCents === null ? null : formatCents(defaultPayoutCents),
  states: [...states],
});
