import { ActionIcon, Button, Group, Input, Menu, Stack, Text, TextInput } from '@mantine/core';
import { IconCopy, IconPlus, IconTrash } from '@tabler/icons-react';
import { hoursInWords } from '../../contracts/hours-in-words.ts';
import {
  copyDay,
  DAYS,
  type HoursWindow,
  isOverMidnight,
  toggleHour,
  type WeekHours,
} from '../../contracts/week-hours.ts';
import { scheduleTexts as t } from '../../texts/schedule.ts';
import type { ContractPart } from './contract-part.ts';
import { WeekPicture } from './week-picture.tsx';

type WeekInputsProps = Pick<ContractPart, 'form'> & { readonly hours: WeekHours };

/** The hours of each day of the week as times, and as a picture in which hours can be pressed. */
export function WeekInputs({ form, hours }: WeekInputsProps) {
  const set = (next: WeekHours): void => form.setFieldValue('hours', next);
  return (
    <Input.Wrapper description={t.hoursHint} error={form.errors['hours']} labelElement="div">
      <Stack gap="xs" mt={4}>
        {DAYS.map((day) => (
          <DayInputs key={day} day={day} hours={hours} set={set} />
        ))}
        <WeekPicture hours={hours} onPress={(day, hour) => set(toggleHour(hours, day, hour))} />
        <Text size="sm" c="dimmed">
          {t.inWords(hoursInWords(hours))}
        </Text>
      </Stack>
    </Input.Wrapper>
  );
}

interface DayProps {
  readonly day: number;
  readonly hours: WeekHours;
  readonly set: (next: WeekHours) => void;
}

const NEW_WINDOW: HoursWindow = { from: '09:00', to: '17:00' };

function DayInputs({ day, hours, set }: DayProps) {
  const name = t.days[day] ?? '';
  const windows = hours[day] ?? [];
  const setDay = (next: readonly HoursWindow[]): void => set(hours.map((list, at) => (at === day ? next : list)));
  return (
    <Group role="group" aria-label={name} gap="xs" align="flex-start">
      <Text size="sm" w={84} pt={4}>
        {name}
      </Text>
      <Stack gap={4} style={{ flex: '1 1 180px' }}>
        {windows.length === 0 ? (
          <Text size="sm" c="dimmed" pt={4}>
            {t.closed}
          </Text>
        ) : null}
        {windows.map((window, index) => (
          <WindowInputs
            key={index}
            window={window}
            about={{ day: name, number: index + 1 }}
            onChange={(part) => setDay(windows.map((one, at) => (at === index ? { ...one, ...part } : one)))}
            onRemove={() => setDay(windows.filter((_, at) => at !== index))}
          />
        ))}
      </Stack>
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t.addWindow(name)}
          onClick={() => setDay([...windows, NEW_WINDOW])}
        >
          <IconPlus size={16} aria-hidden />
        </ActionIcon>
        <CopyDay day={day} hours={hours} set={set} />
      </Group>
    </Group>
  );
}

interface WindowProps {
  readonly window: HoursWindow;
  readonly about: { readonly day: string; readonly number: number };
  readonly onChange: (part: Partial<HoursWindow>) => void;
  readonly onRemove: () => void;
}

const WindowInputs = ({ window, about: { day, number }, onChange, onRemove }: WindowProps) => (
  <Group role="group" aria-label={t.window(day, number)} gap={4} wrap="nowrap">
    <TextInput
      size="xs"
      w={64}
      aria-label={t.opens}
      maxLength={5}
      value={window.from}
      onChange={(event) => onChange({ from: event.currentTarget.value })}
    />
    <span aria-hidden>–</span>
    <TextInput
      size="xs"
      w={64}
      aria-label={t.closes}
      maxLength={5}
      value={window.to}
      onChange={(event) => onChange({ to: event.currentTarget.value })}
    />
    <ActionIcon variant="default" size={30} aria-label={t.removeWindow(day, number)} onClick={onRemove}>
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
    {isOverMidnight(window) ? (
      <Text size="xs" c="dimmed">
        {t.overMidnight}
      </Text>
    ) : null}
  </Group>
);

const WEEK = [1, 2, 3, 4, 5];

const CopyDay = ({ day, hours, set }: DayProps) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCopy size={14} aria-hidden />}
        aria-label={t.copyDay(t.days[day] ?? '')}
      >
        {t.copy}
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item onClick={() => set(copyDay(hours, day, DAYS))}>{t.copyToAll}</Menu.Item>
      <Menu.Item onClick={() => set(copyDay(hours, day, WEEK))}>{t.copyToWeek}</Menu.Item>
      {DAYS.filter((other) => other !== day).map((other) => (
        <Menu.Item key={other} onClick={() => set(copyDay(hours, day, [other]))}>
          {t.copyTo(t.days[other] ?? '')}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
);
