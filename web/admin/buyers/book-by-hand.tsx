import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { money } from '../../ui/format.ts';
import type { FieldWords } from '../../ui/form/changes.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { MoneyInput } from '../../ui/form/money-input.tsx';
import { needed, neededAmount } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { Buyer } from './buyer-types.ts';

type What = keyof typeof t.bookKinds;
type BookValues = { what: What; amount: string; notes: string; reference: string };

const WHATS = Object.entries(t.bookKinds).map(([value, label]) => ({ value, label }));
const WORDS: FieldWords<BookValues> = {
  what: { label: t.bookWhat, say: (what) => t.bookKinds[what] },
  amount: { label: t.amount, say: (amount) => (amount === '' ? '–' : money(amount)) },
  notes: t.reason,
  reference: t.reference,
};
const isCharge = (what: What): boolean => what === 'debit' || what === 'fee';

/** The button behind which a payment, a fee or a correction is booked upon a buyer. */
export function BookByHand({ buyer }: { readonly buyer: Buyer }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t.book}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={t.book}>
          <BookForm buyer={buyer} onClose={close} />
        </Modal>
      ) : null}
    </>
  );
}

function BookForm({ buyer, onClose }: { readonly buyer: Buyer; readonly onClose: () => void }) {
  const renew = useRenew();
  // One dialog books once, however often it is sent.
  const [key] = useState(() => crypto.randomUUID());
  const form = useForm<BookValues>({
    initialValues: { what: 'payment', amount: '', notes: '', reference: '' },
    validate: {
      amount: (amount) => neededAmount(amount) ?? (Number(amount) === 0 ? t.amountAboveZero : null),
      notes: needed,
    },
  });
  const then = ({ what, amount }: BookValues): string =>
    money(Number(buyer.balance ?? 0) + (isCharge(what) ? Number(amount) : -Number(amount)));
  return (
    <SaveForm
      form={form}
      label={t.bookAct}
      save={(values) => send(buyer.id, key, values)}
      summary={{ words: WORDS, note: (values) => t.bookNote(money(buyer.balance ?? 0), then(values)) }}
      onSaved={() => {
        tellDone(t.bookDone);
        renew('buyers');
        onClose();
      }}
      onCancel={onClose}
    >
      <Choice label={t.bookWhat} data={WHATS} {...form.getInputProps('what')} />
      <MoneyInput label={t.amount} required data-autofocus {...form.getInputProps('amount')} />
      <Textarea
        label={t.reason}
        description={t.reasonHint}
        maxLength={2000}
        required
        autosize
        {...form.getInputProps('notes')}
      />
      <TextInput
        label={t.reference}
        description={t.referenceHint}
        maxLength={255}
        {...form.getInputProps('reference')}
      />
    </SaveForm>
  );
}

function send(buyerId: string, key: string, { what, amount, notes, reference }: BookValues) {
  const type = what === 'payment' || what === 'fee' ? what : 'adjustment';
  const body = {
    type,
    amount: what === 'debit' ? `-${amount}` : amount,
    notes: notes.trim(),
    ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
  } as const;
  const headers = { 'Idempotency-Key': key };
  return answerOf(api.POST('/api/v1/buyers/{buyerId}/balance', { params: { path: { buyerId } }, body, headers }));
}
