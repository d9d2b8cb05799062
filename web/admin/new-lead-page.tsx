import { Checkbox } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useCallback, useEffect, useState } from 'react';
import type { LeadField } from '../fields/lead-field.ts';
import { LeadInputs } from '../fields/lead-inputs.tsx';
import { useCampaignFields } from '../fields/use-campaign-fields.ts';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { useGo } from '../frame/use-go.ts';
import { useNames } from '../frame/use-names.ts';
import { useRenew } from '../frame/use-renew.ts';
import { leadFormTexts as t } from '../texts/lead-forms.ts';
import { leadTexts } from '../texts/leads.ts';
import { Choice } from '../ui/form/choice.tsx';
import { FormPart } from '../ui/form/form-part.tsx';
import { needed } from '../ui/form/rules.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { type TextField, TextFields } from '../ui/form/text-fields.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';

type Entered = Ok<'/api/v1/leads', 'post'>;

/** What stands in the form, by field; those that a campaign adds come once it is chosen. */
type LeadValues = { campaignId: string; tcpaConsent: boolean; isTest: boolean } & Record<string, string | boolean>;

const BLANK: LeadValues = {
  campaignId: '',
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  dateOfBirth: '',
  state: '',
  zipCode: '',
  tcpaConsent: false,
  isTest: false,
};

const WHO: readonly TextField[] = [
  { name: 'firstName', label: t.firstName, max: 500 },
  { name: 'lastName', label: t.lastName, max: 500 },
  { name: 'email', label: t.email, max: 500, type: 'email' },
  { name: 'phone', label: t.phone, max: 40, type: 'tel', hint: t.phoneHint },
  { name: 'dateOfBirth', label: t.dateOfBirth, max: 10, type: 'date', hint: t.dateOfBirthHint },
];
const WHERE: readonly TextField[] = [
  { name: 'state', label: t.state, max: 40, hint: t.stateHint },
  { name: 'zipCode', label: t.zipCode, max: 10 },
];

/** What was filled in, as a partner would post it. */
function bodyOf(values: LeadValues, added: readonly LeadField[]): Record<string, string | boolean> {
  const { tcpaConsent, isTest, ...texts } = values;
  // Those of a campaign that was chosen before are not asked for any more.
  const asked = new Set([...Object.keys(BLANK), ...added.map(({ name }) => name)]);
  const given = Object.entries(texts)
    .map(([name, text]) => [name, String(text).trim()] as const)
    .filter(([name, text]) => text !== '' && asked.has(name));
  return { ...Object.fromEntries(given), tcpaConsent, ...(isTest ? { isTest } : {}) };
}

/** The fields that a campaign and its vertical add to those of every lead. */
const addedOf = (fields: readonly LeadField[] = []): readonly LeadField[] =>
  fields.filter(({ tier }) => tier !== 'global');

/** The form, and what the campaign that is chosen in it adds. */
function useLeadForm() {
  const [campaignId, setCampaignId] = useState('');
  const query = useCampaignFields(campaignId);
  const { data } = query;
  const added = addedOf(data);
  const onValuesChange = useCallback((values: LeadValues) => setCampaignId(values.campaignId), []);
  const form = useForm<LeadValues>({
    initialValues: BLANK,
    onValuesChange,
    validate: (values) => {
      const must = ['campaignId', ...added.flatMap(({ name, required }) => (required ? [name] : []))];
      return Object.fromEntries(must.map((name) => [name, needed(String(values[name] ?? ''))]));
    },
  });
  const { setValues } = form;
  // Each has a place in the form, so that what is refused of it is shown there.
  useEffect(() => {
    const blank = addedOf(data).map(({ name }) => [name, ''] as const);
    if (blank.length > 0) setValues((values) => ({ ...Object.fromEntries(blank), ...values }));
  }, [data, setValues]);
  return { form, query, added };
}

/** Enters a lead by hand, for a campaign. */
export default function NewLeadPage() {
  const renew = useRenew();
  const go = useGo();
  const campaigns = useNames('campaigns');
  // One form enters one lead, however often it is sent.
  const [key] = useState(() => crypto.randomUUID());
  const { form, query, added } = useLeadForm();
  const done = ({ leadId, result, msg }: Entered): void => {
    const said = msg ?? result;
    if (leadId === null) return tellDone(t.notEntered(said));
    tellDone(result === 'success' ? t.sold : t.entered(said));
    renew('leads', 'buyers', 'people');
    go(`/admin/leads/${leadId}`);
  };
  return (
    <Page title={t.newLead} state={t.newText} above={{ title: leadTexts.leads, href: '/admin/leads' }}>
      <SaveForm
        form={form}
        label={t.enter}
        save={(values) =>
          answerOf(api.POST('/api/v1/leads', { body: bodyOf(values, added), headers: { 'Idempotency-Key': key } }))
        }
        onSaved={(answer) => done(answer as Entered)}
        onCancel={() => go('/admin/leads')}
      >
        <FormPart title={t.from}>
          <Choice label={t.campaign} data={campaigns.options} required {...form.getInputProps('campaignId')} />
        </FormPart>
        <FormPart title={t.who}>
          <TextFields form={form} fields={WHO} cols={2} />
        </FormPart>
        <FormPart title={t.where}>
          <TextFields form={form} fields={WHERE} cols={2} />
        </FormPart>
        {form.values.campaignId === '' ? null : (
          <Loaded query={query}>{() => <Added form={form} fields={added} />}</Loaded>
        )}
        <FormPart title={t.consent} text={t.consentText}>
          <Checkbox label={t.tcpaConsent} {...form.getInputProps('tcpaConsent', { type: 'checkbox' })} />
          <Checkbox label={t.isTest} {...form.getInputProps('isTest', { type: 'checkbox' })} />
        </FormPart>
      </SaveForm>
    </Page>
  );
}

/** What the campaign asks beside what is asked of every lead: that of its vertical, and its own. */
const Added = ({ form, fields }: { form: UseFormReturnType<LeadValues>; fields: readonly LeadField[] }) =>
  (['vertical', 'campaign'] as const).map((tier) => {
    const own = fields.filter((field) => field.tier === tier);
    if (own.length === 0) return null;
    return (
      <FormPart key={tier} title={t.added[tier]}>
        <LeadInputs
          fields={own}
          inputProps={(name) => ({ ...form.getInputProps(name), value: form.values[name] ?? '' })}
        />
      </FormPart>
    );
  });
