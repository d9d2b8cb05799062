import { Type } from 'typebox';
import { amount, oneOf, textOf } from '../../core/gate/index.ts';
import { capFields } from './cap-wire.ts';
import { scheduleFields } from './schedule-wire.ts';

const maybe = Type.Optional;
const rank = maybe(Type.Integer({ minimum: 0, maximum: 1_000_000 }));
const filter = maybe(Type.Unknown({ description: 'As those of a contract.' }));

/** What may be said of a contract that is only thought of. */
export const draftFields = {
  name: maybe(textOf(255)),
  status: maybe(oneOf(['active', 'paused'])),
  price: maybe(amount),
  priority: rank,
  weight: rank,
  geoFilters: filter,
  demographicFilters: filter,
  customFilters: filter,
  ...capFields,
  ...scheduleFields,
};
