import { Modal, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import { useNames } from '../frame/use-names.ts';
import { complianceTexts as t } from '../texts/compliance.ts';
import { Choice } from '../ui/form/choice.tsx';
import { FormPart } from '../ui/form/form-part.tsx';
import { SaveForm } from '../ui/form/save-form.tsx';
import { tellDone } from '../ui/tell.ts';
import { inWords } from '../ui/words.ts';

const STATUSES = ['sold', 'rejected', 'pending', 'matched'] as const;
const LEAST_REASON = 10;
const MOST_REASON = 500;
const MOST_LEADS = 5000;

const BLANK = {
  dateFrom: '',
  dateTo: '',
  status: '',
  verticalId: '',
  campaignId: '',
  partnerId: '',
  limit: '',
  reason: '',
};

type ExportWish = typeof BLANK;

const isLimit = (text: string): boolean => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_LEADS;

/** Only what was said binds: what is left blank is no term. */
function termsOf({ reason: _reason, limit, ...filters }: ExportWish): Record<string, string | number> {
  const said = Object.entries(filters).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(said), ...(limit === '' ? {} : { limit: Number(limit) }) };
}

/** Asks somebody else to approve an export. */
export function AskExport({ onClose }: { readonly onClose: () => void }) {
  const renew = useRenew();
  const form = useForm<ExportWish>({
    initialValues: BLANK,
    validate: {
      limit: (value) => (value === '' || isLimit(value) ? null : t.limitRange),
      reason: (value) => (value.trim().length < LEAST_REASON ? t.reasonLength : null),
    },
  });
  const ask = (wish: ExportWish) =>
    answerOf(
      api.POST('/api/v1/approvals', {
        body: { action: 'bulk_export', terms: termsOf(wish), reason: wish.reason.trim() },
      }),
    );
  return (
    <Modal opened onClose={onClose} title={t.askTitle} size="lg">
      <SaveForm
        form={form}
        label={t.ask}
        save={ask}
        onSaved={() => {
          tellDone(t.asked);
          renew('approvals', 'notices');
          onClose();
        }}
        onCancel={onClose}
      >
        <Text c="dimmed">{t.askText}</Text>
        <TermFields form={form} />
        <FormPart title={t.whyTitle}>
          <Textarea
            label={t.reason}
            description={t.reasonHint}
            autosize
            minRows={2}
            maxLength={MOST_REASON}
            {...form.getInputProps('reason')}
          />
        </FormPart>
      </SaveForm>
    </Modal>
  );
}

function TermFields({ form }: { readonly form: UseFormReturnType<ExportWish> }) {
  const statuses = STATUSES.map((value) => ({ value, label: inWords(value) }));
  const narrow = { clearable: true };
  return (
    <FormPart title={t.whichTitle}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t.from} type="date" {...form.getInputProps('dateFrom')} />
        <TextInput label={t.until} type="date" {...form.getInputProps('dateTo')} />
      </SimpleGrid>
      <Choice
        label={t.leadStatus}
        placeholder={t.allStatuses}
        data={statuses}
        {...narrow}
        {...form.getInputProps('status')}
      />
      <Choice
        label={t.vertical}
        placeholder={t.allVerticals}
        data={useNames('verticals').options}
        {...narrow}
        {...form.getInputProps('verticalId')}
      />
      <Choice
        label={t.campaign}
        placeholder={t.allCampaigns}
        data={useNames('campaigns').options}
        {...narrow}
        {...form.getInputProps('campaignId')}
      />
      <Choice
        label={t.partner}
        placeholder={t.allPartners}
        data={useNames('partners').options}
        {...narrow}
        {...form.getInputProps('partnerId')}
      />
      <TextInput
        label={t.limit}
        description={t.limitHint}
        inputMode="numeric"
        className="figures"
        {...form.getInputProps('limit')}
      />
    </FormPart>
  );
}
