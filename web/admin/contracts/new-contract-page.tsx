import { useState } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { usePageSearch } from '../../frame/page-search.ts';
import { useGo } from '../../frame/use-go.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import { Page } from '../../ui/page.tsx';
import { tellDone } from '../../ui/tell.ts';
import { useZone } from '../../ui/time.tsx';
import { AfterSave } from './after-save.tsx';
import { ContractForm } from './contract-form.tsx';
import type { ContractMade } from '../../contracts/contract-types.ts';
import { blankContract, contractBody } from './contract-values.ts';

const ABOVE = { title: t.contracts, href: '/admin/buyers/contracts' };

/** Makes a contract; its signing secret is shown here and nowhere else. */
export default function NewContractPage() {
  const [{ buyerId = '', verticalId = '' }] = usePageSearch();
  const [made, setMade] = useState<ContractMade['data']>();
  const zone = useZone();
  const renew = useRenew();
  const go = useGo();
  if (made)
    return (
      <Page title={t.madeTitle(made.name)} above={ABOVE}>
        <AfterSave contractId={made.id} signingSecret={made.signingSecret} warnings={made.warnings} />
      </Page>
    );
  return (
    <Page title={t.newContract} state={t.newText} above={ABOVE}>
      <ContractForm
        initial={blankContract({ buyerId, verticalId })}
        isKept={false}
        label={t.make}
        save={(values) => answerOf(api.POST('/api/v1/contracts', { body: contractBody(values, zone) }))}
        onSaved={(answer) => {
          tellDone(t.made);
          setMade((answer as ContractMade).data);
          renew('contracts');
        }}
        onCancel={() => go(ABOVE.href)}
      />
    </Page>
  );
}
