import { answerOf, api } from '../../frame/api.ts';
import { offerTexts as t } from '../../texts/offers.ts';
import { stateWords } from '../../texts/table.ts';
import type { StatusAct } from '../../ui/form/status-acts.tsx';
import type { OfferStatus } from './offer-values.ts';

/** The ways between the states of a offer. */
export const OFFER_ACTS: readonly StatusAct<OfferStatus>[] = [
  { to: 'active', short: stateWords.activate, label: t.activate, effect: t.activateEffect },
  { to: 'paused', short: stateWords.pause, label: t.pause, effect: t.pauseEffect },
  { to: 'inactive', short: stateWords.deactivate, label: t.deactivate, effect: t.deactivateEffect },
];

/** Takes a offer to another state. */
export const setOfferStatus = (offerId: string, status: OfferStatus) =>
  answerOf(api.PATCH('/api/v1/offers/{offerId}', { params: { path: { offerId } }, body: { status } }));
