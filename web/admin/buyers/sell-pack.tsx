import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { packTexts as t } from '../../texts/packs.ts';
import { count, money, moneyTimes } from '../../ui/format.ts';
import type { FieldWords } from '../../ui/form/changes.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { MoneyInput } from '../../ui/form/money-input.tsx';
import { needed, neededAmount, wholeOrBlank } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { Buyer } from './buyer-types.ts';

/** `contractId` is blank for all contracts of the buyer. */
type PackValues = { contractId: string; leads: string; pricePerLead: string; notes: string };
type Choices = readonly { readonly value: string; readonly label: string }[];

const ALL = 'all';

/** The button behind which leads are sold to a buyer in advance. */
export function SellPack({ buyer }: { readonly buyer: Buyer }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t.sell}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={t.sell}>
          <SellOf buyer={buyer} onClose={close} />
        </Modal>
      ) : null}
    </>
  );
}

interface SellProps {
  readonly buyer: Buyer;
  readonly onClose: () => void;
}

/** A contract that bids for each lead has no price to pay in advance. */
function SellOf({ buyer, onClose }: SellProps) {
  const query = { buyerId: buyer.id, limit: '1000' };
  const contracts = useQuery({
    queryKey: ['contracts', 'of', buyer.id],
    queryFn: () => answerOf(api.GET('/api/v1/contracts', { params: { query } })),
  });
  return (
    <Loaded query={contracts}>
      {({ data }) => {
        const priced = data.filter(({ requiresPing, status }) => !requiresPing && status !== 'archived');
        const own = priced.map(({ id, name }) => ({ value: id, label: name }));
        return <SellForm buyer={buyer} onClose={onClose} choices={[{ value: ALL, label: t.allContracts }, ...own]} />;
      }}
    </Loaded>
  );
}

const wordsOf = (choices: Choices): FieldWords<PackValues> => ({
  contractId: { label: t.contract, say: (id) => choices.find(({ value }) => value === id)?.label ?? '–' },
  leads: { label: t.leads, say: (leads) => (leads === '' ? '–' : count(Number(leads))) },
  pricePerLead: { label: t.price, say: (amount) => (amount === '' ? '–' : money(amount)) },
  notes: t.notes,
});

function SellForm({ buyer, onClose, choices }: SellProps & { readonly choices: Choices }) {
  const renew = useRenew();
  // One dialog sells once, however often it is sent.
  const [key] = useState(() => crypto.randomUUID());
  const form = useForm<PackValues>({
    initialValues: { contractId: ALL, leads: '', pricePerLead: '', notes: '' },
    validate: {
      leads: (leads) => needed(leads) ?? wholeOrBlank(1, 1_000_000)(leads),
      pricePerLead: neededAmount,
    },
  });
  const totalOf = ({ leads, pricePerLead }: PackValues): string => moneyTimes(Number(leads), pricePerLead);
  return (
    <SaveForm
      form={form}
      label={t.sellAct}
      save={(values) => send(buyer.id, key, values)}
      summary={{ words: wordsOf(choices), note: (values) => t.sellNote(totalOf(values)) }}
      onSaved={() => {
        tellDone(t.sold);
        renew('buyers', 'contracts');
        onClose();
      }}
      onCancel={onClose}
    >
      <Choice label={t.contract} data={choices} {...form.getInputProps('contractId')} />
      <TextInput
        label={t.leads}
        description={t.leadsHint}
        inputMode="numeric"
        required
        data-autofocus
        {...form.getInputProps('leads')}
      />
      <MoneyInput label={t.price} description={t.priceHint} required {...form.getInputProps('pricePerLead')} />
      <Textarea label={t.notes} description={t.notesHint} maxLength={2000} autosize {...form.getInputProps('notes')} />
    </SaveForm>
  );
}

function send(buyerId: string, key: string, { contractId, leads, pricePerLead, notes }: PackValues) {
  const body = {
    contractId: contractId === ALL ? null : contractId,
    leads: Number(leads),
    pricePerLead,
    ...(notes.trim() === '' ? {} : { notes: notes.trim() }),
  };
  const headers = { 'Idempotency-Key': key };
  return answerOf(api.POST('/api/v1/buyers/{buyerId}/packs', { params: { path: { buyerId } }, body, headers }));
}
