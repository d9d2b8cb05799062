import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { useGo } from '../../frame/use-go.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import { ConfirmAct } from '../../ui/form/confirm-act.tsx';
import { StatusActs } from '../../ui/form/status-acts.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { Contract } from '../../contracts/contract-types.ts';
import { CONTRACT_ACTS, setContractStatus } from './contract-status.ts';

interface OfContract {
  readonly contract: Contract;
}

/** What can be done with a contract now. */
export function ContractStatusActs({ contract }: OfContract) {
  const renew = useRenew();
  return (
    <StatusActs
      acts={CONTRACT_ACTS}
      now={contract.status}
      set={(status) => setContractStatus(contract.id, status)}
      onDone={() => {
        tellDone(t.statusSaved);
        renew('contracts');
      }}
    />
  );
}

/** A new signing secret, shown once. */
export function RotateSecret({ contract }: OfContract) {
  const [secret, setSecret] = useState<string>();
  const params = { path: { contractId: contract.id } };
  const rotate = async (): Promise<void> => {
    const body = { rotateSigningSecret: true };
    const answer = await answerOf(api.PATCH('/api/v1/contracts/{contractId}', { params, body }));
    setSecret(answer.signingSecret);
  };
  return (
    <>
      <ConfirmAct label={t.rotate} effect={t.rotateEffect} act={rotate} />
      {secret === undefined ? null : (
        <Modal opened onClose={() => setSecret(undefined)} title={t.secret} size="lg" closeOnClickOutside={false}>
          <ShownOnce title={t.secret} text={t.secretText} secret={secret} />
        </Modal>
      )}
    </>
  );
}

/** Ends a contract that never had a lead. */
export function RemoveContract({ contract }: OfContract) {
  const client = useQueryClient();
  const go = useGo();
  const params = { path: { contractId: contract.id } };
  return (
    <div>
      <ConfirmAct
        label={t.remove}
        effect={t.removeEffect}
        name={contract.name}
        act={() => answerOf(api.DELETE('/api/v1/contracts/{contractId}', { params }))}
        onDone={() => {
          tellDone(t.removed);
          go('/admin/buyers/contracts');
          client.invalidateQueries({ queryKey: ['contracts', 'list'] }).catch(failPage);
        }}
      />
    </div>
  );
}
