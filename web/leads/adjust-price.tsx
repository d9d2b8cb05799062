import { Button, Modal, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import { leadActTexts as t } from '../texts/lead-acts.ts';
import { money } from '../ui/format.ts';
import type { FieldWords } from '../ui/form/changes.ts';
import { MoneyInput } from '../ui/form/money-input.tsx';
import { needed, neededAmount } from '../ui/form/rules.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { tellDone } from '../ui/tell.ts';

type PriceValues = { newPrice: string; reason: string };

const WORDS: FieldWords<PriceValues> = {
  newPrice: { label: t.newPrice, say: (amount) => money(amount) },
  reason: t.priceReason,
};

interface OfSale {
  readonly leadId: string;
  readonly saleId: string;
  readonly buyerName: string;
  /** What the buyer pays now. */
  readonly price: string;
}

/** The button behind which the price of a sale is changed after the fact. */
export function AdjustPrice(of: OfSale & { readonly isOnly: boolean }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {of.isOnly ? t.changePrice : t.changePriceOf(of.buyerName)}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={t.changePrice}>
          <PriceForm {...of} onClose={close} />
        </Modal>
      ) : null}
    </>
  );
}

function PriceForm({ leadId, saleId, buyerName, price, onClose }: OfSale & { readonly onClose: () => void }) {
  const renew = useRenew();
  const form = useForm<PriceValues>({
    initialValues: { newPrice: price, reason: '' },
    validate: { newPrice: neededAmount, reason: needed },
  });
  const save = ({ newPrice, reason }: PriceValues): Promise<unknown> => {
    const body = { saleId, newPrice, reason: reason.trim(), expectedCurrentAmount: price };
    return answerOf(api.POST('/api/v1/leads/{leadId}/adjust-payout', { params: { path: { leadId } }, body }));
  };
  return (
    <SaveForm
      form={form}
      label={t.changePriceAct}
      save={save}
      summary={{ words: WORDS, note: ({ newPrice }) => t.priceNote(buyerName, money(price), money(newPrice)) }}
      onSaved={() => {
        tellDone(t.priceChanged);
        renew('leads', 'buyers');
        onClose();
      }}
      onCancel={onClose}
    >
      <Text c="dimmed">{t.priceText(buyerName, money(price))}</Text>
      <MoneyInput label={t.newPrice} required data-autofocus {...form.getInputProps('newPrice')} />
      <Textarea
        label={t.priceReason}
        description={t.noteHelp}
        maxLength={2000}
        required
        autosize
        {...form.getInputProps('reason')}
      />
    </SaveForm>
  );
}
