import { Code, Stack, Text, Title } from '@mantine/core';
import { complianceTexts as t } from '../texts/compliance.ts';
import { Facts } from '../ui/facts.tsx';
import { Status } from '../ui/status.tsx';
import { ExactTime } from '../ui/time.tsx';
import { valueText } from '../ui/value-text.ts';
import { fieldName, inWords } from '../ui/words.ts';
import { actionWords, entityWords } from './action-words.ts';
import type { AuditEvent } from './audit-event.ts';
import { EntityLink } from './entity-link.tsx';

const SHOWN_IDS = 20;

interface AuditPanelProps {
  readonly event: AuditEvent;
  readonly actor: string;
}

/** All that was recorded of one event. */
export function AuditPanel({ event, actor }: AuditPanelProps) {
  const details = Object.entries(event.details);
  return (
    <Stack gap="md">
      <Facts
        facts={[
          [t.time, <ExactTime key="time" at={event.createdAt} />],
          [t.action, `${actionWords(event.action)} (${event.action})`],
          [t.outcome, <Status key="outcome" value={event.outcome} />],
          [t.actor, actor],
          [t.actorKind, inWords(event.actorKind)],
          [t.entityType, entityWords(event.entityType)],
          [t.allIds, <Ids key="ids" event={event} />],
          [t.classes, event.phiClasses.map(inWords).join(', ') || t.noClasses],
          [t.address, event.ipAddress],
          [t.request, event.requestId === null ? null : <Code key="request">{event.requestId}</Code>],
        ]}
      />
      <Stack gap="xs">
        <Title order={3}>{t.details}</Title>
        {details.length === 0 ? (
          <Text c="dimmed">{t.noDetails}</Text>
        ) : (
          <Facts facts={details.map(([name, value]) => [fieldName(name), valueText(value)])} />
        )}
      </Stack>
    </Stack>
  );
}

const Ids = ({ event: { entityType, entityIds } }: { readonly event: AuditEvent }) => {
  if (entityIds.length === 0) return '–';
  return (
    <Stack gap={2}>
      {entityIds.slice(0, SHOWN_IDS).map((id) => (
        <EntityLink key={id} entity={entityType} id={id} />
      ))}
      {entityIds.length > SHOWN_IDS ? <span>{t.others(entityIds.length - SHOWN_IDS)}</span> : null}
    </Stack>
  );
};
