import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useNames } from '../../frame/use-names.ts';
import { duplicateTexts as d } from '../../texts/duplicates.ts';
import { offerTexts as t } from '../../texts/offers.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { FormPart } from '../../ui/form/form-part.tsx';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { ListedPart } from './listed-part.tsx';
import { MarginPart } from './margin-part.tsx';
import { type Offer, offerRules, type OfferValues, offerValues, offerWords } from './offer-values.ts';

const VISIBILITIES = Object.entries(t.visibilities).map(([value, label]) => ({ value, label }));

interface OfferFormProps {
  /** The one that is changed; undefined for a new one. */
  readonly offer?: Offer;
  readonly label?: string;
  readonly save: (values: OfferValues) => Promise<unknown>;
  readonly onSaved: (answer: unknown) => void;
  readonly onCancel: () => void;
}

/** Everything that is said of an offer. */
export function OfferForm({ offer, label, save, onSaved, onCancel }: OfferFormProps) {
  const form = useForm<OfferValues>({
    initialValues: offerValues(offer),
    validate: offerRules,
  });
  const verticals = useNames('verticals');
  return (
    <SaveForm
      form={form}
      save={save}
      onSaved={onSaved}
      onCancel={onCancel}
      {...(label === undefined ? {} : { label })}
      {...(offer ? { summary: { words: offerWords(verticals.nameOf) } } : {})}
    >
      <FormPart title={t.what}>
        <TextInput label={t.name} description={t.nameHint} required maxLength={255} {...form.getInputProps('name')} />
        <Choice
          label={t.vertical}
          description={t.verticalHint}
          data={verticals.options}
          required
          {...form.getInputProps('verticalId')}
        />
        <Textarea
          label={t.description}
          description={t.descriptionHint}
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps('description')}
        />
        <Choice label={t.visibility} data={VISIBILITIES} {...form.getInputProps('visibility')} />
      </FormPart>
      <ListedPart form={form} />
      <OftenPart form={form} />
      <TurnPart form={form} />
      <MarginPart form={form} />
      <DuplicatesPart form={form} />
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

const choices = <K extends string>(labels: Readonly<Record<K, string>>, hints: Readonly<Record<K, string>>) =>
  (Object.keys(labels) as K[]).map((value) => (
    <Radio key={value} value={value} label={labels[value]} description={hints[value]} />
  ));

type OfferPart = { readonly form: UseFormReturnType<OfferValues> };

const OftenPart = ({ form }: OfferPart) => (
  <FormPart title={t.howOften}>
    <Radio.Group label={t.distributionType} {...form.getInputProps('distributionType')}>
      <Stack gap="xs" mt={4}>
        {choices(t.types, t.typeHints)}
      </Stack>
    </Radio.Group>
    {form.values.distributionType === 'exclusive' ? null : (
      <TextInput
        label={t.maxSales}
        description={t.maxSalesHint}
        inputMode="numeric"
        required={form.values.distributionType === 'hybrid'}
        {...form.getInputProps('maxSales')}
      />
    )}
  </FormPart>
);

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const TurnPart = ({ form }: OfferPart) => (
  <FormPart title={t.whoseTurn}>
    <Radio.Group label={t.distributionRule} {...form.getInputProps('distributionRule')}>
      <Stack gap="xs" mt={4}>
        {choices(t.rules, t.ruleHints)}
      </Stack>
    </Radio.Group>
    <Choice
      label={t.fallbackRule}
      description={t.fallbackHint}
      data={optionsOf(t.fallbackRules)}
      {...form.getInputProps('dqDistributionRule')}
    />
    <Choice label={t.affinity} data={optionsOf(t.affinities)} {...form.getInputProps('affinity')} />
    {form.values.affinity === 'off' ? null : (
      <TextInput
        label={t.affinityDays}
        description={t.affinityDaysHint}
        inputMode="numeric"
        {...form.getInputProps('affinityDays')}
      />
    )}
  </FormPart>
);

const DuplicatesPart = ({ form }: { readonly form: UseFormReturnType<OfferValues> }) => (
  <FormPart title={d.ofOffer}>
    <Choice label={d.offerRule} data={optionsOf(d.offerRules)} {...form.getInputProps('dedup')} />
    {form.values.dedup === 'off' ? null : (
      <>
        <Choice label={d.among} data={optionsOf(d.amongs)} {...form.getInputProps('dedupScope')} />
        <TextInput
          label={d.windowDays}
          description={d.offerWindowHint}
          inputMode="numeric"
          {...form.getInputProps('dedupWindowDays')}
        />
      </>
    )}
  </FormPart>
);
