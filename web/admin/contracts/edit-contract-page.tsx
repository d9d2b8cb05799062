import { useState } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { usePageParam } from '../../frame/page-param.ts';
import { useGo } from '../../frame/use-go.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { tellDone } from '../../ui/tell.ts';
import { useZone } from '../../ui/time.tsx';
import { AfterSave } from './after-save.tsx';
import { ContractForm } from './contract-form.tsx';
import type { Contract, ContractChanged } from '../../contracts/contract-types.ts';
import { contractBody, contractValues } from './contract-values.ts';
import { useContract } from '../../contracts/use-contract.ts';

/** Changes the terms of a contract: a new version, which counts from the next lead on. */
export default function EditContractPage() {
  const contract = useContract(usePageParam('contractId'));
  return <Loaded query={contract}>{(loaded) => <Editing key={loaded.id} contract={loaded} />}</Loaded>;
}

function Editing({ contract }: { readonly contract: Contract }) {
  const [saved, setSaved] = useState<ContractChanged>();
  const zone = useZone();
  const renew = useRenew();
  const go = useGo();
  const href = `/admin/buyers/contracts/${contract.id}`;
  const params = { path: { contractId: contract.id } };
  const done = (answer: unknown): void => {
    const changed = answer as ContractChanged;
    tellDone(t.saved);
    renew('contracts');
    if (changed.warnings.length > 0 || changed.signingSecret !== undefined) setSaved(changed);
    else go(href);
  };
  return (
    <Page title={t.editTitle(contract.name)} state={t.version(contract.version)} above={{ title: contract.name, href }}>
      {saved ? (
        <AfterSave contractId={contract.id} signingSecret={saved.signingSecret} warnings={saved.warnings} />
      ) : (
        <ContractForm
          initial={contractValues(contract)}
          isKept
          save={(values) =>
            answerOf(api.PATCH('/api/v1/contracts/{contractId}', { params, body: contractBody(values, zone) }))
          }
          onSaved={done}
          onCancel={() => go(href)}
        />
      )}
    </Page>
  );
}
