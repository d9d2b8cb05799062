import { answerOf, api } from '../../frame/api.ts';
import { partnerTexts as t } from '../../texts/partners.ts';
import { stateWords } from '../../texts/table.ts';
import type { StatusAct } from '../../ui/form/status-acts.tsx';

type PartnerStatus = 'active' | 'paused' | 'inactive';

/** The ways between the states of a partner. */
export const PARTNER_ACTS: readonly StatusAct<PartnerStatus>[] = [
  { to: 'active', short: stateWords.activate, label: t.activate, effect: t.activateEffect },
  { to: 'paused', short: stateWords.pause, label: t.pause, effect: t.pauseEffect },
  { to: 'inactive', short: stateWords.deactivate, label: t.deactivate, effect: t.deactivateEffect },
];

/** Takes a partner to another state. */
export function setPartnerStatus(partnerId: string, status: PartnerStatus) {
  const body = { status, ...(status === 'inactive' ? { deactivateChildren: true } : {}) };
  return answerOf(api.PATCH('/api/v1/partners/{partnerId}', { params: { path: { partnerId } }, body }));
}
