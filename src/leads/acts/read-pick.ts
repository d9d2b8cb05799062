import type { Static } from 'typebox';
import { centsOf } from '../../core/gate/index.ts';
import type { Wanted } from './route-by-hand.ts';
import type { pickBody } from './wire.ts';

/** What a body says of the contract that a person chose. */
export const pickOf = (body: Omit<Static<typeof pickBody>, 'skipCaps' | 'skipBalanceCheck'>): Wanted => ({
  action: 'lead.cherry_pick',
  kind: 'contract',
  contractId: body.contractId,
  priceCents: body.price === undefined ? undefined : centsOf(body.price),
  skipFilters: body.skipFilters ?? false,
  skipDedup: body.skipDedup ?? false,
});
