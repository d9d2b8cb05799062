import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { actionWords } from '../compliance/action-words.ts';
import { answerOf, api } from '../frame/api.ts';
import { PageFailed, PageLoading } from '../frame/page-states.tsx';
import { leadTexts as t } from '../texts/leads.ts';
import { Timeline } from '../ui/timeline.tsx';
import { inWords } from '../ui/words.ts';

const SHOWN = 8;

/** The last events of the trail that name a lead. */
export function LeadAudit({ leadId }: { readonly leadId: string }) {
  const trail = useQuery({
    queryKey: ['audit', 'of', leadId],
    queryFn: () =>
      answerOf(api.GET('/api/v1/audit-logs', { params: { query: { entityId: leadId, limit: String(SHOWN) } } })),
  });
  if (trail.isPending) return <PageLoading />;
  if (trail.isError) return <PageFailed error={trail.error} onRetry={() => trail.refetch()} />;
  return (
    <Stack gap="sm">
      <Timeline
        entries={trail.data.data.map(({ id, createdAt, action, actorKind, phiClasses }) => ({
          id,
          at: createdAt,
          title: actionWords(action),
          text: [inWords(actorKind), ...phiClasses].join(' · '),
        }))}
      />
      <Text size="sm">
        <Anchor component={Link} to={`/admin/compliance/audit?entityId=${leadId}`}>
          {t.toAudit}
        </Anchor>
      </Text>
    </Stack>
  );
}
