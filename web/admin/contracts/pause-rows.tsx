import { TextInput } from '@mantine/core';
import type { PauseRow } from '../../contracts/schedule-values.ts';
import { wallOf } from '../../contracts/wall-time.ts';
import { scheduleTexts as t } from '../../texts/schedule.ts';
import { RowList } from '../../ui/form/row-list.tsx';
import type { ContractPart } from './contract-part.ts';

type PauseRowsProps = Pick<ContractPart, 'form'> & { readonly zone: string };

const MOST_PAUSES = 100;
const NEW_PAUSE: PauseRow = { from: '', to: '' };

/** Stretches of time in which it buys nothing, by the clocks of a zone. */
export const PauseRows = ({ form, zone }: PauseRowsProps) => (
  <RowList
    label={t.pauses}
    description={t.pausesHint(zone)}
    error={form.errors['pauses']}
    rows={form.values.pauses}
    set={(rows) => form.setFieldValue('pauses', rows)}
    blank={NEW_PAUSE}
    most={MOST_PAUSES}
    words={{ add: t.addPause, row: t.pause, remove: t.removePause }}
  >
    {(row, change) => (
      <>
        <TimeInput label={t.pauseFrom} at={row.from} zone={zone} set={(from) => change({ from })} />
        <TimeInput label={t.pauseTo} at={row.to} zone={zone} set={(to) => change({ to })} />
      </>
    )}
  </RowList>
);

interface TimeInputProps {
  readonly label: string;
  readonly at: string;
  readonly zone: string;
  readonly set: (at: string) => void;
}

const TimeInput = ({ label, at, zone, set }: TimeInputProps) => (
  <TextInput
    size="xs"
    type="datetime-local"
    label={label}
    value={wallOf(at, zone)}
    onChange={(event) => set(event.currentTarget.value)}
  />
);
