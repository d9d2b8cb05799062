import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { ContactParts, InternalPart, WhoPart } from '../../companies/profile-parts.tsx';
import { capRules } from '../../contracts/cap-values.ts';
import { CapsPart } from '../../contracts/caps-part.tsx';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { companyTexts } from '../../texts/companies.ts';
import { duplicateTexts as d } from '../../texts/duplicates.ts';
import { formTexts } from '../../texts/forms.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { FormPart } from '../../ui/form/form-part.tsx';
import { MoneyInput } from '../../ui/form/money-input.tsx';
import { amountOrBlank, needed, wholeOrBlank } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { TextFields } from '../../ui/form/text-fields.tsx';
import { DedupFields } from '../dedup-fields.tsx';
import type { Buyer } from './buyer-types.ts';
import { type BuyerValues, buyerValues, buyerWords } from './buyer-values.ts';

const MAX_HOURS = 8760;
const MAX_DAYS = 365;
const days = (text: string): string | null => needed(text) ?? wholeOrBlank(0, MAX_DAYS)(text);

interface BuyerFormProps {
  /** The one that is changed; undefined for a new one. */
  readonly buyer?: Buyer;
  readonly label?: string;
  readonly save: (values: BuyerValues) => Promise<unknown>;
  readonly onSaved: (answer: unknown) => void;
  readonly onCancel: () => void;
}

/** Everything that is said of a buyer. */
export function BuyerForm({ buyer, label, save, onSaved, onCancel }: BuyerFormProps) {
  const form = useForm<BuyerValues>({
    initialValues: buyerValues(buyer),
    validate: (values) => ({
      name: needed(values.name),
      defaultPrice: amountOrBlank(values.defaultPrice),
      creditLimit: amountOrBlank(values.creditLimit),
      returnWindow: wholeOrBlank(0, MAX_HOURS)(values.returnWindow),
      dedupWindowDays: days(values.dedupWindowDays),
      ...capRules(values),
    }),
  });
  return (
    <SaveForm
      form={form}
      save={save}
      onSaved={onSaved}
      onCancel={onCancel}
      {...(label === undefined ? {} : { label })}
      {...(buyer ? { summary: { words: buyerWords } } : {})}
    >
      <WhoPart form={form} />
      <ContactParts form={form} />
      <BillingPart form={form} />
      <CapsPart form={form} />
      <AgainPart form={form} />
      <BrandPart form={form} />
      <InternalPart form={form} />
    </SaveForm>
  );
}

interface PartProps {
  readonly form: UseFormReturnType<BuyerValues>;
}

const BillingPart = ({ form }: PartProps) => (
  <FormPart title={companyTexts.billing}>
    <TextFields
      form={form}
      cols={2}
      fields={[
        { name: 'billingContactName', label: companyTexts.billingContactName, max: 255 },
        { name: 'billingContactEmail', label: companyTexts.billingContactEmail, max: 255, type: 'email' },
        { name: 'billingContactPhone', label: companyTexts.billingContactPhone, max: 20, type: 'tel' },
        { name: 'paymentTerms', label: companyTexts.paymentTerms, max: 50 },
      ]}
    />
    <Choice
      label={t.billingCycle}
      placeholder={formTexts.noChoice}
      data={(['weekly', 'bimonthly', 'monthly'] as const).map((value) => ({
        value,
        label: companyTexts.cycles[value],
      }))}
      clearable
      {...form.getInputProps('billingCycle')}
    />
    <MoneyInput label={t.creditLimit} description={t.creditLimitHint} {...form.getInputProps('creditLimit')} />
    <MoneyInput label={t.defaultPrice} description={t.defaultPriceHint} {...form.getInputProps('defaultPrice')} />
    <Checkbox label={t.acceptsReturns} {...form.getInputProps('acceptsReturns', { type: 'checkbox' })} />
    {form.values.acceptsReturns ? (
      <TextInput label={t.returnWindow} inputMode="numeric" {...form.getInputProps('returnWindow')} />
    ) : null}
  </FormPart>
);

const AgainPart = ({ form }: PartProps) => (
  <FormPart title={d.ofBuyer} text={d.ofBuyerText}>
    <Checkbox label={d.buyerEnabled} {...form.getInputProps('dedupEnabled', { type: 'checkbox' })} />
    {form.values.dedupEnabled ? (
      <>
        <DedupFields hint={d.buyerFieldsHint} {...form.getInputProps('dedupFields')} />
        <TextInput
          label={d.windowDays}
          description={d.buyerWindowHint}
          inputMode="numeric"
          required
          {...form.getInputProps('dedupWindowDays')}
        />
      </>
    ) : null}
  </FormPart>
);

const BrandPart = ({ form }: PartProps) => (
  <FormPart title={t.brand}>
    <TextFields
      form={form}
      cols={2}
      fields={[
        { name: 'brandName', label: t.brandName, max: 255 },
        { name: 'brandLogoUrl', label: t.brandLogoUrl, max: 2048, type: 'url' },
      ]}
    />
    <Textarea
      label={t.brandTcpa}
      description={t.brandTcpaHint}
      autosize
      minRows={2}
      maxLength={5000}
      {...form.getInputProps('brandTcpa')}
    />
  </FormPart>
);
