import { Alert, Button, Modal, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconEye } from '@tabler/icons-react';
import { answerOf, api } from '../frame/api.ts';
import { leaveAsOther } from '../frame/leave-portal.ts';
import { installationTexts as t } from '../texts/installation.ts';
import { FormPart } from '../ui/form/form-part.tsx';
import { SaveForm } from '../ui/form/save-form.tsx';
import type { Tenant } from './tenant-types.ts';

const LEAST_REASON = 10;
const MOST_REASON = 500;
const MOST_MINUTES = 60;
const NOTHING = { reason: '', ticket: '', minutes: '30', leadId: '' };

type EntryWish = typeof NOTHING;

const isMinutes = (text: string): boolean =>
  /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_MINUTES;

/** The way into an organization, for a while, only to read, for a reason that it reads. */
export function EnterTenant({ tenant }: { readonly tenant: Tenant }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconEye size={16} aria-hidden />} onClick={open}>
        {t.enter}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={t.enter} size="lg">
          <EntryForm tenant={tenant} onClose={close} />
        </Modal>
      ) : null}
    </>
  );
}

function EntryForm({ tenant, onClose }: { readonly tenant: Tenant; readonly onClose: () => void }) {
  const form = useForm<EntryWish>({
    initialValues: NOTHING,
    validate: {
      reason: (value) => (value.trim().length < LEAST_REASON ? t.reasonLength : null),
      minutes: (value) => (isMinutes(value) ? null : t.minutesRange),
    },
  });
  const enter = ({ reason, ticket, minutes, leadId }: EntryWish) =>
    answerOf(
      api.POST('/api/superadmin/tenants/{tenantId}/impersonate', {
        params: { path: { tenantId: tenant.id } },
        body: {
          reason: reason.trim(),
          minutes: Number(minutes),
          ...(ticket.trim() === '' ? {} : { ticket: ticket.trim() }),
          ...(leadId.trim() === '' ? {} : { leadId: leadId.trim() }),
        },
      }),
    );
  return (
    <SaveForm form={form} label={t.go} save={enter} onSaved={() => leaveAsOther('/')} onCancel={onClose}>
      <Alert variant="light" color="yellow">
        <Text c="var(--mantine-color-text)">{t.enterText}</Text>
      </Alert>
      <Textarea
        label={t.enterReason}
        description={t.enterReasonHint}
        autosize
        minRows={2}
        maxLength={MOST_REASON}
        data-autofocus
        {...form.getInputProps('reason')}
      />
      <TextInput label={t.ticket} description={t.ticketHint} maxLength={100} {...form.getInputProps('ticket')} />
      <TextInput
        label={t.minutes}
        description={t.minutesHint}
        inputMode="numeric"
        className="figures"
        {...form.getInputProps('minutes')}
      />
      <FormPart title={t.breakGlass}>
        <TextInput label={t.leadId} description={t.leadHint} {...form.getInputProps('leadId')} />
      </FormPart>
    </SaveForm>
  );
}
