import { Button, Modal, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { offerTexts as t } from '../../texts/offers.ts';
import { OrderedList } from '../../ui/form/ordered-list.tsx';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { ContractLink } from './link-contract.tsx';
import type { Offer } from './offer-values.ts';

interface OrderContractsProps {
  readonly offer: Offer;
  readonly links: readonly ContractLink[];
}

/** Puts the contracts of an offer in order, as priorities for this offer alone. */
export function OrderContracts(props: OrderContractsProps) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" size="xs" onClick={open}>
        {t.order}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={t.order} size="lg">
          <OrderForm {...props} onClose={close} />
        </Modal>
      ) : null}
    </>
  );
}

/** As the offer asks them by priority today. */
const byPriority = (links: readonly ContractLink[]): string[] =>
  links.toSorted((one, other) => one.priority - other.priority).map(({ contractId }) => contractId);

function OrderForm({ offer, links, onClose }: OrderContractsProps & { readonly onClose: () => void }) {
  const renew = useRenew();
  const form = useForm<{ contractIds: string[] }>({ initialValues: { contractIds: byPriority(links) } });
  const byId = new Map(links.map((link) => [link.contractId, link]));
  const nameOf = (id: string): string => byId.get(id)?.contractName ?? id;
  const params = { path: { offerId: offer.id } };
  return (
    <SaveForm
      form={form}
      label={t.saveOrder}
      save={(body) => answerOf(api.PUT('/api/v1/offers/{offerId}/contracts', { params, body }))}
      summary={{ words: { contractIds: { label: t.orderLabel, say: (ids) => ids.map(nameOf).join(', ') } } }}
      onSaved={() => {
        tellDone(t.orderSaved);
        renew('offers');
        onClose();
      }}
      onCancel={onClose}
    >
      <Text size="sm">{t.orderText}</Text>
      <OrderedList
        label={t.orderLabel}
        items={form.values.contractIds.map((id) => ({ id, name: nameOf(id), note: byId.get(id)?.buyerName ?? '' }))}
        onMove={(contractIds) => form.setFieldValue('contractIds', contractIds)}
      />
    </SaveForm>
  );
}
