import { Alert, Anchor, Modal, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import { useGo } from '../frame/use-go.ts';
import { useRenew } from '../frame/use-renew.ts';
import { exportTexts as t } from '../texts/exports.ts';
import { FormPart } from '../ui/form/form-part.tsx';
import { SaveForm } from '../ui/form/save-form.tsx';
import { tellDone } from '../ui/tell.ts';
import { ExportedFields } from './exported-fields.tsx';
import { HowMany } from './how-many.tsx';
import { useOpenRequests } from './use-open-requests.ts';
import { type ExportTerms, useWhichLeads } from './which-leads.ts';

const LEAST_REASON = 10;
const MOST_REASON = 500;
const MOST_LEADS = 5000;
const USUAL_LIMIT = '1000';

interface AskProps {
  /** What the list is narrowed by. */
  readonly filters: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

const isLimit = (text: string): boolean => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_LEADS;

/** Says what a file would hold, and asks somebody else to approve exactly that. */
export function AskLeadsExport({ filters, onClose }: AskProps) {
  const renew = useRenew();
  const go = useGo();
  const form = useForm({
    initialValues: { limit: USUAL_LIMIT, reason: '' },
    validate: {
      limit: (value) => (isLimit(value) ? null : t.limitRange),
      reason: (value) => (value.trim().length < LEAST_REASON ? t.reasonLength : null),
    },
  });
  const { limit } = form.values;
  const terms: ExportTerms = { ...filters, ...(isLimit(limit) ? { limit: Number(limit) } : {}) };
  const ask = ({ reason }: { readonly reason: string }) =>
    answerOf(
      api.POST('/api/v1/approvals', { body: { action: 'bulk_export', terms: { ...terms }, reason: reason.trim() } }),
    );
  const asked = (): void => {
    tellDone(t.asked);
    renew('approvals', 'notices');
    onClose();
    go('/admin/leads/exports');
  };
  const input = form.getInputProps('limit');
  return (
    <Modal opened onClose={onClose} title={t.askTitle} size={592}>
      <SaveForm form={form} label={t.ask} save={ask} onSaved={asked} onCancel={onClose}>
        <Text c="dimmed">{t.howItGoes}</Text>
        <SameRequest terms={terms} />
        <FormPart title={t.whichTitle}>
          <Which filters={filters} limit={isLimit(limit) ? Number(limit) : undefined} />
          <TextInput label={t.limit} description={t.limitHint} inputMode="numeric" className="figures" {...input} />
        </FormPart>
        <FormPart title={t.fieldsTitle}>
          <ExportedFields />
        </FormPart>
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

function Which({ filters, limit }: Pick<AskProps, 'filters'> & { readonly limit: number | undefined }) {
  const whichLeads = useWhichLeads();
  return (
    <div>
      <Text fw={600}>{whichLeads(filters)}</Text>
      <HowMany filters={filters} limit={limit} />
    </div>
  );
}

const textOf = (terms: object): string =>
  JSON.stringify(Object.entries(terms).toSorted(([a], [b]) => a.localeCompare(b)));

/** Whether the person asked for the very same already. */
function SameRequest({ terms }: { readonly terms: ExportTerms }) {
  const same = useOpenRequests().find((request) => textOf(request.terms) === textOf(terms));
  if (!same) return null;
  return (
    <Alert variant="light" color="blue">
      <Text c="var(--mantine-color-text)">{same.status === 'approved' ? t.sameApproved : t.sameWaits}</Text>
      <Anchor component={Link} to="/admin/leads/exports">
        {t.toExports}
      </Anchor>
    </Alert>
  );
}
