import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { LOGIN_COLUMNS } from '../people-access/login-columns.tsx';
import { accountTexts as t } from '../texts/account.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/page.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';

const SHOWN = '20';

/** The last tries to sign in to the own account. */
export function OwnActivity() {
  const tries = useQuery({
    queryKey: ['account', 'activity'],
    queryFn: () => answerOf(api.GET('/api/v1/auth/login-activity', { params: { query: { limit: SHOWN } } })),
  });
  return (
    <Section title={t.activity}>
      <Text c="dimmed">{t.activityText}</Text>
      <Loaded query={tries}>
        {({ data }) => (
          <SmallTable
            label={t.activity}
            columns={LOGIN_COLUMNS}
            rows={data}
            rowId={({ id }) => id}
            empty={t.noActivity}
          />
        )}
      </Loaded>
    </Section>
  );
}
