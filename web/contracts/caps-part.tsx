import { SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { contractTexts as t } from '../texts/contracts.ts';
import { Choice } from '../ui/form/choice.tsx';
import { FormPart } from '../ui/form/form-part.tsx';
import { MoneyInput } from '../ui/form/money-input.tsx';
import { CAP_LABELS, type CapValues, LEAD_CAPS, SPEND_CAPS } from './cap-values.ts';

const MODES = Object.entries(t.capModes).map(([value, label]) => ({ value, label }));

interface CapsPartProps<V extends CapValues> {
  readonly form: UseFormReturnType<V>;
  /** What else there is to say of caps. */
  readonly children?: ReactNode;
}

/** The most leads and the most money a day, week and month, and the most leads at once. */
export const CapsPart = <V extends CapValues>({ form, children }: CapsPartProps<V>) => (
  <FormPart title={t.howMany} text={t.howManyText}>
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      {LEAD_CAPS.map((name) => (
        <TextInput
          key={name}
          label={CAP_LABELS[name]}
          description={t.capHint}
          inputMode="numeric"
          {...form.getInputProps(name)}
        />
      ))}
      {SPEND_CAPS.map((name) => (
        <MoneyInput key={name} label={CAP_LABELS[name]} description={t.capHint} {...form.getInputProps(name)} />
      ))}
      <TextInput
        label={CAP_LABELS.concurrentLeadCap}
        description={t.concurrentHint}
        inputMode="numeric"
        {...form.getInputProps('concurrentLeadCap')}
      />
    </SimpleGrid>
    <Choice label={t.capMode} data={MODES} {...form.getInputProps('capMode')} />
    {children}
  </FormPart>
);
