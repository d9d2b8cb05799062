import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { companyTexts as t } from '../texts/companies.ts';
import { formTexts } from '../texts/forms.ts';
import { Choice } from '../ui/form/choice.tsx';
import { FormPart } from '../ui/form/form-part.tsx';
import { type TextField, TextFields } from '../ui/form/text-fields.tsx';
import type { CompanyProfile } from './company-profile.ts';

const CONTACT: readonly TextField[] = [
  { name: 'firstName', label: t.firstName, max: 255 },
  { name: 'lastName', label: t.lastName, max: 255 },
  { name: 'email', label: t.email, max: 255, type: 'email' },
  { name: 'phone', label: t.phone, max: 20, type: 'tel' },
];

const PLACE: readonly TextField[] = [
  { name: 'address', label: t.address, max: 500 },
  { name: 'address2', label: t.address2, max: 500 },
  { name: 'city', label: t.city, max: 100 },
  { name: 'state', label: t.state, max: 100 },
  { name: 'zipCode', label: t.zipCode, max: 20 },
  { name: 'country', label: t.country, max: 100 },
];

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

interface PartProps<V extends CompanyProfile & { readonly name: string }> {
  readonly form: UseFormReturnType<V>;
}

/** Name and legal form. */
export const WhoPart = <V extends CompanyProfile & { readonly name: string }>({ form }: PartProps<V>) => (
  <FormPart title={t.who}>
    <TextInput label={t.name} description={t.nameHint} required maxLength={255} {...form.getInputProps('name')} />
    <TextFields
      form={form}
      cols={2}
      fields={[
        { name: 'company', label: t.company, max: 255 },
        { name: 'website', label: t.website, max: 500 },
      ]}
    />
    <Choice
      label={t.legalEntityType}
      placeholder={formTexts.noChoice}
      data={Object.entries(t.forms).map(([value, label]) => ({ value, label }))}
      clearable
      {...form.getInputProps('legalEntityType')}
    />
    <Choice
      label={t.timezone}
      description={t.timezoneHint}
      placeholder={formTexts.noChoice}
      data={ZONES}
      limit={50}
      clearable
      {...form.getInputProps('timezone')}
    />
  </FormPart>
);

/** Whom to ask, and where. */
export const ContactParts = <V extends CompanyProfile & { readonly name: string }>({ form }: PartProps<V>) => (
  <>
    <FormPart title={t.contact}>
      <TextFields form={form} cols={2} fields={CONTACT} />
    </FormPart>
    <FormPart title={t.place}>
      <TextFields form={form} cols={2} fields={PLACE} />
    </FormPart>
  </>
);

/** What only the organization itself sees. */
export const InternalPart = <V extends CompanyProfile & { readonly name: string }>({ form }: PartProps<V>) => (
  <FormPart title={t.internal} text={t.internalText}>
    <Textarea
      label={t.notes}
      description={t.notesHint}
      autosize
      minRows={2}
      maxLength={5000}
      {...form.getInputProps('notes')}
    />
    <TextFields
      form={form}
      cols={2}
      fields={[
        { name: 'legacyId', label: t.legacyId, max: 255 },
        { name: 'crmId', label: t.crmId, max: 255 },
      ]}
    />
  </FormPart>
);
