import { SimpleGrid, TextInput } from '@mantine/core';
import type { RampRow } from '../../contracts/pace-values.ts';
import { scheduleTexts as t } from '../../texts/schedule.ts';
import { Choice } from '../../ui/form/choice.tsx';
import type { ContractPart } from './contract-part.ts';

const optionsOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([value, label]) => ({ value, label }));
const PACINGS = optionsOf(t.pacings);
const RAMPS = optionsOf(t.ramps);
const UNITS = optionsOf(t.rampUnits);

const NEW_RAMP: RampRow = { start: '', startDate: '', step: '', every: 'week' };

/** How a daily cap is spent, and whether it begins small. */
export function PacePart({ form }: Pick<ContractPart, 'form'>) {
  const { ramp } = form.values;
  return (
    <>
      <Choice label={t.pacing} data={PACINGS} {...form.getInputProps('pacing')} />
      <Choice
        label={t.ramp}
        data={RAMPS}
        value={ramp === null ? 'none' : 'grows'}
        error={form.errors['ramp']}
        onChange={(kind) => form.setFieldValue('ramp', kind === 'none' ? null : NEW_RAMP)}
      />
      {ramp === null ? null : (
        <SimpleGrid cols={{ base: 1, xs: 2 }} role="group" aria-label={t.ramp}>
          <TextInput label={t.rampStart} inputMode="numeric" required {...form.getInputProps('ramp.start')} />
          <TextInput label={t.rampDate} type="date" required {...form.getInputProps('ramp.startDate')} />
          <TextInput label={t.rampStep} inputMode="numeric" required {...form.getInputProps('ramp.step')} />
          <Choice label={t.rampEvery} data={UNITS} {...form.getInputProps('ramp.every')} />
        </SimpleGrid>
      )}
    </>
  );
}
