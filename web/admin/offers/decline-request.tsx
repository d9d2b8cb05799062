import { Modal, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answerOf, api } from '../../frame/api.ts';
import { offerRequestTexts as t } from '../../texts/partner-offers.ts';
import { needed } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { OfferRequest } from './request-words.tsx';

interface DeclineProps {
  readonly request: OfferRequest;
  readonly onClose: () => void;
}

/** Declines what a partner asks for: it is told why. */
export function DeclineRequest({ request, onClose }: DeclineProps) {
  const form = useForm({ initialValues: { note: '' }, validate: { note: needed } });
  const params = { path: { requestId: request.id } };
  return (
    <Modal opened onClose={onClose} title={t.declineAbout(request.partnerName)}>
      <SaveForm
        form={form}
        label={t.decline}
        save={({ note }) =>
          answerOf(api.POST('/api/v1/offer-requests/{requestId}/decline', { params, body: { note: note.trim() } }))
        }
        onSaved={() => {
          tellDone(t.declined);
          onClose();
        }}
        onCancel={onClose}
      >
        <Textarea
          label={t.note}
          description={t.reasonHint}
          required
          maxLength={1000}
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps('note')}
        />
      </SaveForm>
    </Modal>
  );
}
