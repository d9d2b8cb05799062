import { TextInput } from '@mantine/core';
import { usePageSearch } from '../frame/page-search.ts';
import { todayTexts as t } from '../texts/today.ts';

/** The day that is looked at, which stands in the address; today where there is none. */
export function useDay(): string | undefined {
  const [search] = usePageSearch();
  return /^\d{4}-\d{2}-\d{2}$/.test(search['day'] ?? '') ? search['day'] : undefined;
}

/** Chooses another day. */
export function DayChoice({ day }: { readonly day: string | undefined }) {
  const [, change] = usePageSearch();
  return (
    <TextInput
      size="xs"
      type="date"
      aria-label={t.day}
      value={day ?? ''}
      onChange={(event) => change({ day: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}
    />
  );
}
