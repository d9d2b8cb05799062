import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import { leadTexts as t } from '../texts/leads.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Status } from '../ui/status.tsx';
import type { LeadListed, LeadWhole } from './lead-types.ts';

/** The other leads of the form that brought a lead: its first one, and what was made of the same person beside it. */
export function LeadFamily({ lead, sessionId }: { readonly lead: LeadWhole; readonly sessionId: string }) {
  const family = useQuery({
    queryKey: ['leads', 'family', sessionId],
    queryFn: async () => {
      const query = { sessionId, masked: 'true', limit: '100' } as const;
      return (await answerOf(api.GET('/api/v1/leads', { params: { query } }))).data;
    },
  });
  return (
    <Stack gap="sm">
      <Text c="dimmed" size="sm">
        {t.familyText}
      </Text>
      <Loaded query={family}>
        {(all) => <Others rows={all.filter(({ id }) => id !== lead.id)} parentLeadId={lead.parentLeadId} />}
      </Loaded>
    </Stack>
  );
}

interface OthersProps {
  readonly rows: readonly LeadListed[];
  readonly parentLeadId: string | null;
}

const Others = ({ rows, parentLeadId }: OthersProps) =>
  rows.length === 0 ? (
    <Text>{t.alone}</Text>
  ) : (
    rows.map(({ id, shortId, status }) => (
      <Group key={id} gap="xs">
        <Anchor component={Link} to={`/admin/leads/${shortId}`} fz="inherit">
          {t.lead(shortId)}
        </Anchor>
        <Status value={status} />
        <Text span size="sm" c="dimmed">
          {id === parentLeadId ? t.parentOf : t.besideIt}
        </Text>
      </Group>
    ))
  );
