import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import type { Ok } from '../../frame/ok.ts';
import { offerRequestTexts as t } from '../../texts/partner-offers.ts';
import { MoneyInput } from '../../ui/form/money-input.tsx';
import { amountOrBlank, needed, orBlank, wholeOrBlank } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { OfferRequest } from './request-words.tsx';
import { useOffer } from './use-offer.ts';

type Approved = Ok<'/api/v1/offer-requests/{requestId}/approve', 'post'>['data'];
type ApproveValues = { name: string; costPerLead: string; dailyCap: string; note: string };

interface ApproveProps {
  readonly request: OfferRequest;
  /** After the dialog, once something may have changed. */
  readonly onClose: () => void;
}

/** The terms of the campaign that the partner gets; then its posting key, which is shown here and nowhere else. */
export function ApproveRequest({ request, onClose }: ApproveProps) {
  const [approved, setApproved] = useState<Approved>();
  const offer = useOffer(request.offerId);
  return (
    <Modal opened onClose={onClose} title={approved ? t.approved : t.approveAbout(request.partnerName)}>
      {approved ? (
        <Stack>
          <ShownOnce title={t.key} text={t.keyText} secret={approved.postingKey} />
          <Group>
            <Button component={Link} to={`/admin/partners/campaigns/${approved.campaignId ?? ''}`} onClick={onClose}>
              {t.toCampaign}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t.done}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Loaded query={offer}>
          {({ name, defaultPayoutAmount }) => (
            <ApproveForm
              request={request}
              initial={{
                name: `${request.partnerName}: ${name}`.slice(0, 255),
                costPerLead: orBlank(defaultPayoutAmount),
                dailyCap: '',
                note: '',
              }}
              onApproved={setApproved}
              onClose={onClose}
            />
          )}
        </Loaded>
      )}
    </Modal>
  );
}

interface ApproveFormProps extends ApproveProps {
  readonly initial: ApproveValues;
  readonly onApproved: (approved: Approved) => void;
}

function ApproveForm({ request, initial, onApproved, onClose }: ApproveFormProps) {
  const form = useForm<ApproveValues>({
    initialValues: initial,
    validate: { name: needed, costPerLead: amountOrBlank, dailyCap: wholeOrBlank(0, 10_000_000) },
  });
  return (
    <SaveForm
      form={form}
      label={t.approve}
      save={(values) => approve(request.id, values)}
      onSaved={(answer) => {
        tellDone(t.approved);
        onApproved((answer as { data: Approved }).data);
      }}
      onCancel={onClose}
    >
      <Text>{t.approveText}</Text>
      <TextInput label={t.name} required maxLength={255} data-autofocus {...form.getInputProps('name')} />
      <MoneyInput label={t.cost} description={t.costHint} {...form.getInputProps('costPerLead')} />
      <TextInput
        label={t.dailyCap}
        description={t.dailyCapHint}
        inputMode="numeric"
        {...form.getInputProps('dailyCap')}
      />
      <Textarea label={t.note} description={t.noteHint} maxLength={1000} autosize {...form.getInputProps('note')} />
    </SaveForm>
  );
}

function approve(requestId: string, { name, costPerLead, dailyCap, note }: ApproveValues) {
  const body = {
    name: name.trim(),
    costPerLead: costPerLead === '' ? '0' : costPerLead,
    ...(dailyCap === '' ? {} : { dailyCap: Number(dailyCap) }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
  return answerOf(api.POST('/api/v1/offer-requests/{requestId}/approve', { params: { path: { requestId } }, body }));
}
