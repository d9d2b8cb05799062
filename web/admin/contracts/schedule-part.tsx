import { SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { scheduleTexts as t } from '../../texts/schedule.ts';
import { wallOf } from '../../contracts/wall-time.ts';
import { daysIn, USUAL_HOURS } from '../../contracts/schedule-values.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { FormPart } from '../../ui/form/form-part.tsx';
import { useZone } from '../../ui/time.tsx';
import type { ContractPart } from './contract-part.ts';
import { PauseRows } from './pause-rows.tsx';
import { WeekInputs } from './week-inputs.tsx';

const ZONES = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));
/** With one that the browser does not list, such as an older name: what is kept can always be shown. */
const zonesWith = (zone: string) =>
  zone === '' || ZONES.some(({ value }) => value === zone) ? ZONES : [{ value: zone, label: zone }, ...ZONES];

const KINDS = Object.entries(t.kinds).map(([value, label]) => ({ value, label }));
const CLOSED = Object.entries(t.closedKinds).map(([value, label]) => ({ value, label }));
const BETWEEN_DAYS = [',', ' ', '\n', ';'];

/** When it buys: hours of the week, holidays, pauses, and from when to when. */
export function SchedulePart({ form }: Pick<ContractPart, 'form'>) {
  const ownZone = useZone();
  const { hours, zone, expiresAt } = form.values;
  const expiry = form.getInputProps('expiresAt');
  return (
    <FormPart title={t.when} text={t.whenText}>
      <Choice
        label={t.zone}
        description={t.zoneHint(ownZone)}
        placeholder={ownZone}
        data={zonesWith(zone)}
        clearable
        {...form.getInputProps('zone')}
      />
      <Choice
        label={t.hours}
        data={KINDS}
        value={hours === null ? 'always' : 'hours'}
        onChange={(kind) => form.setFieldValue('hours', kind === 'always' ? null : USUAL_HOURS)}
      />
      {hours === null ? null : <WeekInputs form={form} hours={hours} />}
      <Choice label={t.closedHours} description={t.closedHint} data={CLOSED} {...form.getInputProps('closedHours')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t.firstDay} description={t.daysHint} type="date" {...form.getInputProps('firstDay')} />
        <TextInput label={t.lastDay} description={t.daysHint} type="date" {...form.getInputProps('lastDay')} />
      </SimpleGrid>
      <TextInput
        label={t.expiresAt}
        description={`${t.expiresHint} ${t.pausesHint(zone || ownZone)}.`}
        type="datetime-local"
        {...expiry}
        value={wallOf(expiresAt, zone || ownZone)}
      />
      <TagsInput
        label={t.holidays}
        description={t.holidaysHint}
        splitChars={BETWEEN_DAYS}
        maxTags={400}
        acceptValueOnBlur
        {...form.getInputProps('holidays')}
        onChange={(entries) => form.setFieldValue('holidays', daysIn(entries))}
      />
      <PauseRows form={form} zone={zone || ownZone} />
    </FormPart>
  );
}
