import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { exportTexts as t } from '../texts/exports.ts';

interface HowManyProps {
  readonly filters: Readonly<Record<string, string>>;
  /** How many there may be in a file; undefined where none is said that counts. */
  readonly limit: number | undefined;
}

/** How many leads the filters match, without their masked fields even being looked at. */
async function countLeads(filters: HowManyProps['filters']): Promise<number> {
  const query = { ...filters, limit: '1', masked: 'true' } as const;
  const { pagination } = await answerOf(api.GET('/api/v1/leads', { params: { query } }));
  if (!('total' in pagination)) throw new Error('a list without a cursor is counted');
  return pagination.total;
}

/** How many leads would be in a file of what the filters say. */
export function HowMany({ filters, limit }: HowManyProps) {
  const counted = useQuery({ queryKey: ['leads', 'count', filters], queryFn: () => countLeads(filters) });
  const total = counted.data;
  if (counted.isError) return <Text c="dimmed">{t.notCounted}</Text>;
  if (total === undefined) return <Text c="dimmed">{t.counting}</Text>;
  const rest = limit === undefined ? '' : total <= limit ? t.allFit : t.newestOnly(limit);
  return (
    <Text c="dimmed" className="figures" role="status">
      {total === 0 ? t.noneMatch : `${t.matching(total)} ${rest}`}
    </Text>
  );
}
