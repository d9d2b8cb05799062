import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useVerticalFields } from '../../fields/use-vertical-fields.ts';
import { useNames } from '../../frame/use-names.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import { packTexts as p } from '../../texts/packs.ts';
import { Facts } from '../../ui/facts.tsx';
import { Choice } from '../../ui/form/choice.tsx';
import { FormPart } from '../../ui/form/form-part.tsx';
import { MoneyInput } from '../../ui/form/money-input.tsx';
import { renameFaults } from '../../ui/form/rename-faults.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { useZone } from '../../ui/time.tsx';
import { CapsPart } from '../../contracts/caps-part.tsx';
import { AgainPart } from './again-part.tsx';
import { BidsPart } from './bids-part.tsx';
import type { ContractPart } from './contract-part.ts';
import { contractRules } from './contract-rules.ts';
import { type ContractValues, fieldOfForm } from './contract-values.ts';
import { contractWords } from './contract-words.ts';
import { DeliveryPart, UnclearPart } from './delivery-part.tsx';
import { LicensedPart } from './licensed-part.tsx';
import { PacePart } from './pace-part.tsx';
import { ReturnWordsPart } from './return-words-part.tsx';
import { SchedulePart } from './schedule-part.tsx';
import { WhichLeadsPart } from './which-leads-part.tsx';

interface ContractFormProps {
  readonly initial: ContractValues;
  /** Whether it is there already: then buyer and vertical stay, and changes are told before they are saved. */
  readonly isKept: boolean;
  readonly label?: string;
  readonly save: (values: ContractValues) => Promise<unknown>;
  readonly onSaved: (answer: unknown) => void;
  readonly onCancel: () => void;
}

/** All terms of a contract, grouped by the question that they answer. */
export function ContractForm({ initial, isKept, label, save, onSaved, onCancel }: ContractFormProps) {
  const form = useForm<ContractValues>({ initialValues: initial, validate: contractRules });
  const { data: fields = [] } = useVerticalFields(form.values.verticalId);
  const ownZone = useZone();
  return (
    <SaveForm
      form={form}
      save={(values) => renameFaults(save(values), fieldOfForm)}
      onSaved={onSaved}
      onCancel={onCancel}
      {...(label === undefined ? {} : { label })}
      {...(isKept
        ? { summary: { words: contractWords(fields, form.values.zone || ownZone), note: () => t.savedNote } }
        : {})}
    >
      <WhoPart form={form} isKept={isKept} />
      <WhichLeadsPart form={form} fields={fields} />
      <AgainPart form={form} />
      <MoneyPart form={form} />
      <BidsPart form={form} />
      <SchedulePart form={form} />
      <CapsPart form={form}>
        <PacePart form={form} />
      </CapsPart>
      <LicensedPart form={form} fields={fields} />
      <DeliveryPart form={form} isKept={isKept} />
      <UnclearPart form={form} />
      <ReturnWordsPart form={form} />
      <FormPart title={t.internal}>
        <Textarea
          label={t.notes}
          description={t.notesHint}
          autosize
          minRows={2}
          maxLength={5000}
          {...form.getInputProps('notes')}
        />
      </FormPart>
    </SaveForm>
  );
}

function WhoPart({ form, isKept }: Pick<ContractPart, 'form'> & { readonly isKept: boolean }) {
  const buyers = useNames('buyers');
  const verticals = useNames('verticals');
  const { buyerId, verticalId } = form.values;
  return (
    <FormPart title={t.who} {...(isKept ? { text: t.stays } : {})}>
      <TextInput label={t.name} description={t.nameHint} required maxLength={255} {...form.getInputProps('name')} />
      {isKept ? (
        <Facts
          facts={[
            [t.buyer, buyers.nameOf(buyerId)],
            [t.vertical, verticals.nameOf(verticalId)],
          ]}
        />
      ) : (
        <>
          <Choice label={t.buyer} data={buyers.options} required {...form.getInputProps('buyerId')} />
          <Choice label={t.vertical} data={verticals.options} required {...form.getInputProps('verticalId')} />
        </>
      )}
    </FormPart>
  );
}

const SHARING = [
  { value: 'shared', label: t.shares },
  { value: 'alone', label: t.alone },
];

const WHEN_EMPTY = Object.entries(p.emptyRules).map(([value, label]) => ({ value, label }));

const MoneyPart = ({ form }: Pick<ContractPart, 'form'>) => (
  <FormPart title={t.howMuch}>
    <MoneyInput label={t.price} description={t.priceHint} required {...form.getInputProps('price')} />
    <TextInput
      label={t.priority}
      description={t.priorityHint}
      inputMode="numeric"
      required
      {...form.getInputProps('priority')}
    />
    <TextInput
      label={t.weight}
      description={t.weightHint}
      inputMode="numeric"
      required
      {...form.getInputProps('weight')}
    />
    <TextInput
      label={t.multiplier}
      description={t.multiplierHint}
      inputMode="decimal"
      required
      {...form.getInputProps('exclusiveMultiplier')}
    />
    <Choice label={t.sharing} description={t.aloneHint} data={SHARING} {...form.getInputProps('sharing')} />
    <Choice
      label={p.whenEmpty}
      description={p.whenEmptyHint}
      data={WHEN_EMPTY}
      {...form.getInputProps('whenPackEmpty')}
    />
  </FormPart>
);
