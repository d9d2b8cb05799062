import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useNames } from '../frame/use-names.ts';
import { leadTexts } from '../texts/leads.ts';
import { peopleTexts as t } from '../texts/people.ts';
import { Section } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { Time } from '../ui/time.tsx';
import type { LeadListed } from './lead-types.ts';

/** The leads of one person, newest first. */
export function FoundLeads({ leads }: { readonly leads: readonly LeadListed[] }) {
  const campaigns = useNames('campaigns');
  if (leads.length === 0)
    return (
      <Section>
        <Stack gap={4} role="status">
          <Title order={2}>{t.nobody}</Title>
          <Text c="dimmed">{t.nobodyText}</Text>
        </Stack>
      </Section>
    );
  return (
    <Section title={t.found(leads.length)}>
      <Table.ScrollContainer minWidth={0} tabIndex={0} role="region" aria-label={t.found(leads.length)}>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              {[leadTexts.columnLead, leadTexts.columnReceived, leadTexts.columnStatus, leadTexts.columnCampaign].map(
                (label) => (
                  <Table.Th key={label}>{label}</Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {leads.map((lead) => (
              <Table.Tr key={lead.id}>
                <Table.Td>
                  <Anchor component={Link} to={`/admin/leads/${lead.shortId}`} fz="sm">
                    {lead.shortId}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <Time at={lead.createdAt} />
                </Table.Td>
                <Table.Td>
                  <Status value={lead.status} />
                </Table.Td>
                <Table.Td>{campaigns.nameOf(lead.campaignId)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
