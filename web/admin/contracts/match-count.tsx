import { Alert, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import type { Ok } from '../../frame/ok.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import { count } from '../../ui/format.ts';
import { areFiltersWhole } from './contract-rules.ts';
import { type ContractValues, filtersOf } from './contract-values.ts';

const PAUSE_MS = 500;

/** How many leads of last week fit what the form says now; asked for once the person pauses. */
export function MatchCount({ values }: { readonly values: ContractValues }) {
  const { verticalId } = values;
  const isWhole = areFiltersWhole(values);
  const current = JSON.stringify({ verticalId, ...filtersOf(values) });
  const [asked] = useDebouncedValue(current, PAUSE_MS);
  const { data, error } = useQuery({
    queryKey: ['contracts', 'preview-filters', asked],
    queryFn: async () => {
      const body = JSON.parse(asked) as { verticalId: string };
      return (await answerOf(api.POST('/api/v1/contracts/preview-filters', { body }))).data;
    },
    // Never for what was said a moment ago: that may not have been whole.
    enabled: isWhole && verticalId !== '' && asked === current,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (verticalId === '') return <Said text={t.matchesVertical} />;
  if (!isWhole) return <Said text={t.matchesFaulty} />;
  if (error) return <Said text={error.message} />;
  return data ? <Counted data={data} /> : <Said text={t.matchesWait} />;
}

type Counts = Ok<'/api/v1/contracts/preview-filters', 'post'>['data'];

function Counted({ data: { matching, looked, unknown, isSampled } }: { readonly data: Counts }) {
  if (looked === 0) return <Said text={t.matchesNone} />;
  const say = isSampled ? t.matchesSampled : t.matches;
  return (
    <Said text={say(count(matching), count(looked))}>
      {unknown > 0 ? <Text size="sm">{t.matchesUnknown(count(unknown))}</Text> : null}
      <Text size="sm" c="dimmed">
        {t.matchesAbout}
      </Text>
    </Said>
  );
}

const Said = ({ text, children }: { readonly text: string; readonly children?: ReactNode }) => (
  <Alert variant="light" color="gray" role="status" aria-live="polite" title={text}>
    {children}
  </Alert>
);
