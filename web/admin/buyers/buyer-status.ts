import { answerOf, api } from '../../frame/api.ts';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { stateWords } from '../../texts/table.ts';
import type { StatusAct } from '../../ui/form/status-acts.tsx';
import type { BuyerStatus } from './buyer-types.ts';

/** The ways between the states of a buyer. */
export const BUYER_ACTS: readonly StatusAct<BuyerStatus>[] = [
  { to: 'active', short: stateWords.activate, label: t.activate, effect: t.activateEffect },
  { to: 'paused', short: stateWords.pause, label: t.pause, effect: t.pauseEffect },
  { to: 'suspended', short: stateWords.suspend, label: t.suspend, effect: t.suspendEffect },
  { to: 'inactive', short: stateWords.deactivate, label: t.deactivate, effect: t.deactivateEffect },
];

/** Takes a buyer to another state. */
export const setBuyerStatus = (buyerId: string, status: BuyerStatus) =>
  answerOf(api.PUT('/api/v1/buyers/{buyerId}/status', { params: { path: { buyerId } }, body: { status } }));
