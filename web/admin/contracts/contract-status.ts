import { answerOf, api } from '../../frame/api.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import { stateWords } from '../../texts/table.ts';
import type { StatusAct } from '../../ui/form/status-acts.tsx';
import type { ContractStatus } from '../../contracts/contract-types.ts';

/** The ways between the states of a contract. */
export const CONTRACT_ACTS: readonly StatusAct<ContractStatus>[] = [
  { to: 'active', short: stateWords.activate, label: t.activate, effect: t.activateEffect },
  { to: 'paused', short: stateWords.pause, label: t.pause, effect: t.pauseEffect },
  { to: 'archived', short: stateWords.archive, label: t.archive, effect: t.archiveEffect },
];

/** Takes a contract to another state. */
export const setContractStatus = (contractId: string, status: ContractStatus) =>
  answerOf(api.PUT('/api/v1/contracts/{contractId}/status', { params: { path: { contractId } }, body: { status } }));
