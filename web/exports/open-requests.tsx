import { Group, Stack, Text } from '@mantine/core';
import { usePerson } from '../frame/session.tsx';
import { exportTexts as t } from '../texts/exports.ts';
import { Section } from '../ui/page.tsx';
import { Time } from '../ui/time.tsx';
import { MakeFile } from './make-file.tsx';
import { type ExportRequest, useOpenRequests } from './use-open-requests.ts';
import { useWhichLeads } from './which-leads.ts';

/** What was asked for and is not made yet: what waits for somebody else, and what the person makes now. */
export function OpenRequests() {
  const requests = useOpenRequests();
  if (requests.length === 0) return null;
  return (
    <Section title={t.openTitle}>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {requests.map((request) => (
          <Request key={request.id} request={request} />
        ))}
      </Stack>
    </Section>
  );
}

function Request({ request }: { readonly request: ExportRequest }) {
  const { readOnly } = usePerson();
  const which = useWhichLeads()(request.terms);
  const isApproved = request.status === 'approved';
  return (
    <Group component="li" justify="space-between" gap="sm">
      <Stack gap={0}>
        <Text>{which}</Text>
        <Text size="sm" c="dimmed">
          {isApproved ? t.approved : t.waits} <Time at={request.expiresAt} />
        </Text>
      </Stack>
      {isApproved ? readOnly ? <Text size="sm">{t.readOnly}</Text> : <MakeFile approval={request} /> : null}
    </Group>
  );
}
