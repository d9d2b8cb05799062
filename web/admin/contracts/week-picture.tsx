import { Text } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { clockOf, DAYS, HOURS, openMinutes, type WeekHours } from '../../contracts/week-hours.ts';
import { scheduleTexts as t } from '../../texts/schedule.ts';
import css from './week-picture.module.css';

interface WeekPictureProps {
  readonly hours: WeekHours;
  /** An hour of a day, by its number from Sunday, was pressed. */
  readonly onPress: (day: number, hour: number) => void;
}

/** Where the keyboard stands: a row, Monday first, and an hour. */
interface Place {
  readonly row: number;
  readonly hour: number;
}

const STEPS: Readonly<Record<string, (place: Place) => Place>> = {
  ArrowUp: ({ row, hour }) => ({ row: Math.max(0, row - 1), hour }),
  ArrowDown: ({ row, hour }) => ({ row: Math.min(DAYS.length - 1, row + 1), hour }),
  ArrowLeft: ({ row, hour }) => ({ row, hour: Math.max(0, hour - 1) }),
  ArrowRight: ({ row, hour }) => ({ row, hour: Math.min(HOURS.length - 1, hour + 1) }),
  Home: ({ row }) => ({ row, hour: 0 }),
  End: ({ row }) => ({ row, hour: HOURS.length - 1 }),
};
/** Every so many hours one is named above the picture. */
const NAMED_HOURS = 6;

/** Seven days of 24 hours. One hour of it is in the order of Tab, the others are reached by the arrows. */
export function WeekPicture({ hours, onPress }: WeekPictureProps) {
  const [place, setPlace] = useState<Place>({ row: 0, hour: 9 });
  const picture = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const next = STEPS[event.key]?.(place);
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    picture.current?.querySelector<HTMLElement>(`[data-at="${next.row}-${next.hour}"]`)?.focus();
  };
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        {t.pictureHint}
      </Text>
      <div role="grid" aria-label={t.picture} className={css.week} ref={picture} tabIndex={-1} onKeyDown={move}>
        <div className={css.row} aria-hidden>
          <span />
          {HOURS.filter((hour) => hour % NAMED_HOURS === 0).map((hour) => (
            <span key={hour} className={css.hour}>
              {hour}
            </span>
          ))}
        </div>
        {DAYS.map((day, row) => (
          <div key={day} role="row" className={css.row}>
            <span role="rowheader" className={css.day}>
              {t.shortDays[day]}
            </span>
            {HOURS.map((hour) => (
              <Hour
                key={hour}
                day={day}
                hour={hour}
                minutes={openMinutes(hours, day, hour)}
                at={`${row}-${hour}`}
                isReached={place.row === row && place.hour === hour}
                onPress={() => {
                  setPlace({ row, hour });
                  onPress(day, hour);
                }}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface HourProps {
  readonly day: number;
  readonly hour: number;
  readonly minutes: number;
  readonly at: string;
  readonly isReached: boolean;
  readonly onPress: () => void;
}

function Hour({ day, hour, minutes, at, isReached, onPress }: HourProps) {
  const state = minutes === 0 ? 'closed' : minutes === 60 ? 'open' : 'partly';
  const [from, to] = [clockOf(hour * 60), clockOf((hour + 1) * 60)];
  return (
    <span role="gridcell" className={css.cell}>
      <button
        type="button"
        className={css.press}
        data-at={at}
        data-state={state}
        tabIndex={isReached ? 0 : -1}
        aria-pressed={state === 'partly' ? 'mixed' : state === 'open'}
        aria-label={t.cell(t.days[day] ?? '', from, to, t.states[state])}
        onClick={onPress}
      />
    </span>
  );
}
