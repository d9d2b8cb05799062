import { Checkbox } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
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
import { Page } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';

type Entered = Ok<'/api/v1/leads', 'post'>;

type LeadValues = {
  campaignId: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  state: string;
  zipCode: string;
  tcpaConsent: boolean;
  isTest: boolean;
};

const BLANK: LeadValues = {
  campaignId: '',
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
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
];
const WHERE: readonly TextField[] = [
  { name: 'state', label: t.state, max: 40, hint: t.stateHint },
  { name: 'zipCode', label: t.zipCode, max: 10 },
];

/** What was filled in, as a partner would post it. */
function bodyOf({ tcpaConsent, isTest, ...texts }: LeadValues): Record<string, string | boolean> {
  const given = Object.entries(texts)
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== '');
  return { ...Object.fromEntries(given), tcpaConsent, ...(isTest ? { isTest } : {}) };
}

/** Enters a lead by hand, for a campaign. */
export default function NewLeadPage() {
  const renew = useRenew();
  const go = useGo();
  const campaigns = useNames('campaigns');
  // One form enters one lead, however often it is sent.
  const [key] = useState(() => crypto.randomUUID());
  const form = useForm<LeadValues>({ initialValues: BLANK, validate: { campaignId: needed } });
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
          answerOf(api.POST('/api/v1/leads', { body: bodyOf(values), headers: { 'Idempotency-Key': key } }))
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
        <FormPart title={t.consent} text={t.consentText}>
          <Checkbox label={t.tcpaConsent} {...form.getInputProps('tcpaConsent', { type: 'checkbox' })} />
          <Checkbox label={t.isTest} {...form.getInputProps('isTest', { type: 'checkbox' })} />
        </FormPart>
      </SaveForm>
    </Page>
  );
}
