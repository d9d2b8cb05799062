import { useForm } from '@mantine/form';
import { ContactParts, InternalPart, WhoPart } from '../../companies/profile-parts.tsx';
import { companyTexts } from '../../texts/companies.ts';
import { formTexts } from '../../texts/forms.ts';
import { partnerTexts as t } from '../../texts/partners.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { FormPart } from '../../ui/form/form-part.tsx';
import { MoneyInput } from '../../ui/form/money-input.tsx';
import { amountOrBlank, needed } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { TextFields } from '../../ui/form/text-fields.tsx';
import { type Partner, type PartnerValues, partnerValues, partnerWords } from './partner-values.ts';

interface PartnerFormProps {
  /** The one that is changed; undefined for a new one. */
  readonly partner?: Partner;
  readonly label?: string;
  readonly save: (values: PartnerValues) => Promise<unknown>;
  readonly onSaved: (answer: unknown) => void;
  readonly onCancel: () => void;
}

/** Everything that is said of a partner. */
export function PartnerForm({ partner, label, save, onSaved, onCancel }: PartnerFormProps) {
  const form = useForm<PartnerValues>({
    initialValues: partnerValues(partner),
    validate: { name: needed, paymentThreshold: amountOrBlank, defaultPrice: amountOrBlank },
  });
  return (
    <SaveForm
      form={form}
      save={save}
      onSaved={onSaved}
      onCancel={onCancel}
      {...(label === undefined ? {} : { label })}
      {...(partner ? { summary: { words: partnerWords } } : {})}
    >
      <WhoPart form={form} />
      <ContactParts form={form} />
      <FormPart title={companyTexts.payment}>
        <MoneyInput label={t.defaultPrice} description={t.defaultPriceHint} {...form.getInputProps('defaultPrice')} />
        <Choice
          label={t.paymentCycle}
          placeholder={formTexts.noChoice}
          data={Object.entries(companyTexts.cycles).map(([value, name]) => ({ value, label: name }))}
          clearable
          {...form.getInputProps('paymentCycle')}
        />
        <MoneyInput
          label={t.paymentThreshold}
          description={t.paymentThresholdHint}
          {...form.getInputProps('paymentThreshold')}
        />
        <TextFields form={form} cols={2} fields={PAYMENT} />
      </FormPart>
      <InternalPart form={form} />
    </SaveForm>
  );
}

const PAYMENT = [
  { name: 'paymentTerms', label: companyTexts.paymentTerms, max: 50 },
  { name: 'billingContactName', label: companyTexts.payoutContactName, max: 255 },
  { name: 'billingContactEmail', label: companyTexts.billingContactEmail, max: 255, type: 'email' },
  { name: 'billingContactPhone', label: companyTexts.billingContactPhone, max: 20, type: 'tel' },
  { name: 'contractStartDate', label: t.contractStartDate, max: 10, type: 'date' },
  { name: 'contractEndDate', label: t.contractEndDate, max: 10, type: 'date' },
] as const;
