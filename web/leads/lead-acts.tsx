import { Group, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { useMay } from '../frame/session.tsx';
import { useRenew } from '../frame/use-renew.ts';
import { leadActTexts as t } from '../texts/lead-acts.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { Section } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';
import { AdjustPrice } from './adjust-price.tsx';
import type { LeadWhole, WaterfallRow } from './lead-types.ts';

interface OfLead {
  readonly lead: LeadWhole;
}

interface OfLeadAndSales extends OfLead {
  /** The contracts that have it. */
  readonly sales: readonly WaterfallRow[];
}

type Acted = Ok<'/api/v1/leads/{leadId}/distribute', 'post'>['data'];

/** What can be done with a lead as it stands; nothing where a buyer has it in hand, or it is gone. */
export function LeadActs({ lead, sales }: OfLeadAndSales) {
  const may = useMay();
  const isFree = lead.status === 'rejected' || lead.status === 'returned';
  const mayReturn = lead.status === 'sold' && may('leads:return');
  const mayScrub = (isFree || lead.status === 'sold') && may('leads:act');
  const mayPrice = lead.status === 'sold' && may('leads:act');
  const isOnly = sales.length === 1;
  const maySell = isFree && may('leads:act');
  if (lead.isTest || !(maySell || mayReturn || mayScrub)) return null;
  return (
    <Section title={t.title}>
      <Stack>
        {maySell && may('contracts:read') ? <PickContract lead={lead} /> : null}
        <Group>
          {maySell ? <Distribute lead={lead} /> : null}
          {mayReturn ? <GiveBack lead={lead} /> : null}
          {mayPrice
            ? sales.map(({ saleId, buyerName, price }) =>
                saleId === null || price === null ? null : (
                  <AdjustPrice key={saleId} {...{ leadId: lead.id, saleId, buyerName, price }} isOnly={isOnly} />
                ),
              )
            : null}
          {mayScrub ? <Scrub lead={lead} /> : null}
        </Group>
      </Stack>
    </Section>
  );
}

/** Tells what came of selling by hand. */
function useTold() {
  const renew = useRenew();
  return ({ reserved, reason }: Acted): void => {
    tellDone(reserved > 0 ? t.sold(reserved) : t.nobody(reason ?? ''));
    renew('leads');
  };
}

function PickContract({ lead }: OfLead) {
  const [contractId, setContractId] = useState<string | null>(null);
  const told = useTold();
  const contracts = useQuery({
    queryKey: ['contracts', 'of-vertical', lead.verticalId],
    queryFn: async () => {
      const query = { verticalId: lead.verticalId ?? '', status: 'active', limit: '100' } as const;
      return (await answerOf(api.GET('/api/v1/contracts', { params: { query } }))).data;
    },
  });
  const choices = (contracts.data ?? []).map(({ id, name, buyerName }) => ({
    value: id,
    label: `${buyerName ?? ''} · ${name}`,
  }));
  const chosen = choices.find(({ value }) => value === contractId);
  const pick = async (): Promise<void> => {
    const call = { params: { path: { leadId: lead.id } }, body: { contractId: chosen?.value ?? '' } };
    told((await answerOf(api.POST('/api/v1/leads/{leadId}/cherry-pick', call))).data);
  };
  return (
    <Group align="flex-end">
      <Select
        label={t.contract}
        description={t.contractHelp}
        placeholder={contracts.isSuccess && choices.length === 0 ? t.noContracts : ''}
        data={choices}
        value={contractId}
        onChange={setContractId}
        searchable
        w={{ base: '100%', sm: 360 }}
      />
      <ConfirmAct label={t.pick} effect={t.pickEffect(chosen?.label ?? '')} act={pick} disabled={!chosen} />
    </Group>
  );
}

function Distribute({ lead }: OfLead) {
  const told = useTold();
  const distribute = async (): Promise<void> => {
    const call = { params: { path: { leadId: lead.id } }, body: { mode: 'all' as const } };
    told((await answerOf(api.POST('/api/v1/leads/{leadId}/distribute', call))).data);
  };
  return <ConfirmAct label={t.distribute} effect={t.distributeEffect} act={distribute} />;
}

function GiveBack({ lead }: OfLead) {
  const renew = useRenew();
  const call = { params: { path: { leadId: lead.id } }, body: { reason: 'other' as const } };
  return (
    <ConfirmAct
      label={t.giveBack}
      effect={t.giveBackEffect}
      act={() => answerOf(api.POST('/api/v1/leads/{leadId}/return', call))}
      onDone={() => {
        tellDone(t.returned);
        renew('leads');
      }}
    />
  );
}

function Scrub({ lead }: OfLead) {
  const renew = useRenew();
  const call = { params: { path: { leadId: lead.id } }, body: {} };
  return (
    <ConfirmAct
      label={t.scrub}
      effect={t.scrubEffect}
      name={lead.shortId}
      act={() => answerOf(api.POST('/api/v1/leads/{leadId}/scrub', call))}
      onDone={() => {
        tellDone(t.scrubbed);
        renew('leads');
      }}
    />
  );
}
