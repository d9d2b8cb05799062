import { answerOf, api } from '../../frame/api.ts';
import { stateWords } from '../../texts/table.ts';
import { verticalTexts as t } from '../../texts/verticals.ts';
import type { StatusAct } from '../../ui/form/status-acts.tsx';

type VerticalStatus = 'active' | 'inactive';

/** The ways between the states of a vertical. */
export const VERTICAL_ACTS: readonly StatusAct<VerticalStatus>[] = [
  { to: 'active', short: stateWords.activate, label: t.activate, effect: t.activateEffect },
  { to: 'inactive', short: stateWords.deactivate, label: t.deactivate, effect: t.deactivateEffect },
];

/** Takes a vertical to another state; with `cascade` what hangs on it is switched off too. */
export function setVerticalStatus(verticalId: string, status: VerticalStatus, cascade = false) {
  const body = { status, ...(cascade ? { cascadeInactive: true } : {}) };
  return answerOf(api.PATCH('/api/v1/verticals/{verticalId}', { params: { path: { verticalId } }, body }));
}
