import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useNames } from '../../frame/use-names.ts';
import { offerTexts as t } from '../../texts/offers.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { FormPart } from '../../ui/form/form-part.tsx';
import { needed } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { type Offer, type OfferValues, offerValues, offerWords } from './offer-values.ts';

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
    validate: { name: needed, verticalId: needed },
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
      <TurnPart form={form} />
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

const TurnPart = ({ form }: { readonly form: UseFormReturnType<OfferValues> }) => (
  <FormPart title={t.whoseTurn} text={t.distributionText}>
    <Radio.Group label={t.distributionRule} {...form.getInputProps('distributionRule')}>
      <Stack gap="xs" mt={4}>
        <Radio value="price" label={t.rules.price} description={t.ruleHints.price} />
        <Radio value="priority" label={t.rules.priority} description={t.ruleHints.priority} />
      </Stack>
    </Radio.Group>
  </FormPart>
);
