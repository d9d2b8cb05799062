import { Checkbox, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useNames } from '../../frame/use-names.ts';
import { campaignTexts as t } from '../../texts/campaigns.ts';
import { shadowTexts as s } from '../../texts/shadow.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { FormPart } from '../../ui/form/form-part.tsx';
import { MoneyInput } from '../../ui/form/money-input.tsx';
import { renameFaults } from '../../ui/form/rename-faults.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { inWords } from '../../ui/words.ts';
import { campaignRules, type CampaignValues, campaignWords } from './campaign-values.ts';
import { useOfferChoices } from './use-offer-choices.ts';

const STATUSES = ['testing', 'active', 'paused', 'inactive'].map((value) => ({ value, label: inWords(value) }));

interface CampaignFormProps {
  readonly initial: CampaignValues;
  /** Whether it is there already: then its partner stays, and changes are told before they are saved. */
  readonly isKept: boolean;
  readonly label?: string;
  readonly save: (values: CampaignValues) => Promise<unknown>;
  readonly onSaved: (answer: unknown) => void;
  readonly onCancel: () => void;
}

/** Everything that is said of a campaign. */
export function CampaignForm({ initial, isKept, label, save, onSaved, onCancel }: CampaignFormProps) {
  const form = useForm<CampaignValues>({
    initialValues: initial,
    validate: campaignRules,
  });
  const offers = useNames('offers').nameOf;
  const verticals = useNames('verticals').nameOf;
  return (
    <SaveForm
      form={form}
      save={(values) => renameFaults(save(values), fieldOfForm)}
      onSaved={onSaved}
      onCancel={onCancel}
      {...(label === undefined ? {} : { label })}
      {...(isKept ? { summary: { words: campaignWords(offers, verticals) } } : {})}
    >
      <WhatPart form={form} isKept={isKept} />
      <WhereToPart form={form} />
      <PayPart form={form} />
      <CapsPart form={form} />
      <RulesPart form={form} />
      <Textarea
        label={t.notes}
        description={t.notesHint}
        autosize
        minRows={2}
        maxLength={5000}
        {...form.getInputProps('notes')}
      />
    </SaveForm>
  );
}

/** The field of the form that a fault is about: the lines of one are one. */
const fieldOfForm = (field: string): string => (field.startsWith('allowedOrigins.') ? 'allowedOrigins' : field);

interface PartProps {
  readonly form: UseFormReturnType<CampaignValues>;
}

function WhatPart({ form, isKept }: PartProps & { readonly isKept: boolean }) {
  const partners = useNames('partners').options;
  return (
    <FormPart title={t.what} {...(isKept ? { text: t.partnerStays } : {})}>
      <TextInput label={t.name} description={t.nameHint} required maxLength={255} {...form.getInputProps('name')} />
      {isKept ? null : (
        <>
          <Choice label={t.partner} data={partners} required {...form.getInputProps('partnerId')} />
          <Choice label={t.status} description={t.statusHint} data={STATUSES} {...form.getInputProps('status')} />
        </>
      )}
    </FormPart>
  );
}

function WhereToPart({ form }: PartProps) {
  const offers = useOfferChoices();
  const verticals = useNames('verticals').options;
  const { offerId } = form.values;
  const chooseOffer = (id: string): void => {
    form.setFieldValue('offerId', id);
    const offer = offers.find((one) => one.value === id);
    if (offer) form.setFieldValue('verticalId', offer.verticalId);
  };
  return (
    <FormPart title={t.whereTo}>
      <Choice
        label={t.offer}
        description={t.offerHint}
        placeholder={t.offerNone}
        data={offers}
        clearable
        {...form.getInputProps('offerId')}
        onChange={chooseOffer}
      />
      <Choice
        label={t.vertical}
        description={t.verticalHint}
        data={verticals}
        clearable
        readOnly={offerId !== ''}
        {...form.getInputProps('verticalId')}
      />
    </FormPart>
  );
}

const MODELS = Object.entries(t.pricingModels).map(([value, label]) => ({ value, label }));

const PayPart = ({ form }: PartProps) => (
  <FormPart title={t.howMuch}>
    <Choice label={t.pricingModel} data={MODELS} {...form.getInputProps('pricingModel')} />
    {form.values.pricingModel === 'fixed' ? (
      <MoneyInput label={t.costPerLead} description={t.costHint} required {...form.getInputProps('costPerLead')} />
    ) : (
      <>
        <TextInput
          label={t.revsharePercent}
          description={t.revshareHint}
          inputMode="decimal"
          required
          {...form.getInputProps('revsharePercent')}
        />
        <MoneyInput
          label={t.maximumPayout}
          description={t.maximumPayoutHint}
          {...form.getInputProps('maximumPayout')}
        />
      </>
    )}
  </FormPart>
);

const CapsPart = ({ form }: PartProps) => (
  <FormPart title={t.howMany} text={t.howManyText}>
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      {(['dailyCap', 'weeklyCap', 'monthlyCap'] as const).map((name) => (
        <TextInput
          key={name}
          label={t.caps[name]}
          description={t.capHint}
          inputMode="numeric"
          {...form.getInputProps(name)}
        />
      ))}
    </SimpleGrid>
  </FormPart>
);

const RulesPart = ({ form }: PartProps) => (
  <FormPart title={t.rules}>
    <Checkbox label={t.consentRequired} {...form.getInputProps('consentRequired', { type: 'checkbox' })} />
    <Checkbox
      label={t.strictFields}
      description={t.strictHint}
      {...form.getInputProps('strictFields', { type: 'checkbox' })}
    />
    <Checkbox label={s.label} description={s.hint} {...form.getInputProps('shadow', { type: 'checkbox' })} />
    <TextInput
      label={t.deadline}
      description={t.deadlineHint}
      inputMode="numeric"
      required
      {...form.getInputProps('responseDeadlineMs')}
    />
    <Textarea
      label={t.origins}
      description={t.originsHint}
      placeholder={t.originExample}
      autosize
      minRows={2}
      {...form.getInputProps('allowedOrigins')}
    />
  </FormPart>
);
