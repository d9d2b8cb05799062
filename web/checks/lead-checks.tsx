import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import { checkTexts as t } from '../texts/checks.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/page.tsx';
import { Time } from '../ui/time.tsx';

/** What outside services said of a lead before it was routed. */
export function LeadChecks({ leadId }: { readonly leadId: string }) {
  const checks = useQuery({
    queryKey: ['leads', 'checks', leadId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/leads/{leadId}/checks', { params: { path: { leadId } } }))).data,
  });
  return (
    <Section title={t.lead}>
      <Loaded query={checks}>
        {(rows) => (
          <Stack gap="sm">
            {rows.length === 0 ? <Text c="dimmed">{t.leadNone}</Text> : null}
            {rows.map(({ id, vendorName, kind, result, text, reference, askedAt, fromCache }) => (
              <div key={id}>
                <Text size="sm" fw={600}>
                  {vendorName} · {t.kinds[kind]} · {t.results[result] ?? result}
                </Text>
                <Text size="sm">{text}</Text>
                <Text size="sm" c="dimmed">
                  {askedAt === null ? null : <Time at={askedAt} />}
                  {fromCache ? ` · ${t.fromCache}` : null}
                  {reference === null ? null : ` · ${t.reference(reference)}`}
                </Text>
              </div>
            ))}
            {rows.length === 0 ? null : (
              <Anchor component={Link} to={`/admin/compliance/check-log?leadId=${leadId}`} size="sm">
                {t.inLog}
              </Anchor>
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
