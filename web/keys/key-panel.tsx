import { Alert, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRenew } from '../frame/use-renew.ts';
import { usePerson } from '../frame/session.tsx';
import { furnitureTexts } from '../texts/furniture.ts';
import { keyTexts as t, KIND_WORDS } from '../texts/keys.ts';
import { type Fact, Facts } from '../ui/facts.tsx';
import { tellDone } from '../ui/tell.ts';
import { Time } from '../ui/time.tsx';
import { EditKey } from './edit-key.tsx';
import type { KeyCalls } from './key-calls.ts';
import { KeyStatus } from './key-columns.tsx';
import { KeyOwner } from './key-owner.tsx';
import { type ApiKey, USUAL_LIMITS } from './key-types.ts';
import { RevokeKey } from './revoke-key.tsx';
import { RotateKey } from './rotate-key.tsx';
import { scopesInWords } from './scope-words.ts';

interface KeyPanelProps {
  readonly apiKey: ApiKey;
  readonly calls: KeyCalls;
  readonly onKey: (key: string) => void;
}

/** One key: what it may, what bounds it, and what can be done with it. */
export function KeyPanel({ apiKey, calls, onKey }: KeyPanelProps) {
  const renew = useRenew();
  const { readOnly } = usePerson();
  const refresh = (): void => {
    renew('api-keys');
  };
  return (
    <Stack>
      {apiKey.exposedAt !== null && apiKey.status === 'active' ? <ExposedAlert /> : null}
      <Facts facts={factsOf(apiKey)} />
      {apiKey.status === 'active' && !readOnly ? (
        <Group gap="xs">
          {calls.change ? (
            <EditKey
              key={apiKey.id}
              apiKey={apiKey}
              change={calls.change}
              onDone={() => {
                tellDone(t.changed);
                refresh();
              }}
            />
          ) : null}
          {apiKey.replacedBy === null ? <RotateKey keyId={apiKey.id} rotate={calls.rotate} onKey={onKey} /> : null}
          <RevokeKey apiKey={apiKey} calls={calls} onDone={refresh} />
        </Group>
      ) : null}
    </Stack>
  );
}

const ExposedAlert = () => (
  <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={t.exposed}>
    <Text c="var(--mantine-color-text)">{t.exposedText}</Text>
  </Alert>
);

const yesNo = (is: boolean): string => (is ? furnitureTexts.yes : furnitureTexts.no);

function factsOf(key: ApiKey): Fact[] {
  const facts: Fact[] = [
    [t.name, key.name],
    [t.prefix, <Code key="prefix">{key.keyPrefix}…</Code>],
    [t.kind, KIND_WORDS[key.kind].label],
    [t.owner, <KeyOwner key="owner" apiKey={key} />],
    [t.status, <KeyStatus key="status" apiKey={key} />],
    [t.scopes, scopesInWords(key.scopes)],
    [t.readOnly, yesNo(key.readOnly)],
    [t.piiAccess, yesNo(key.piiAccess)],
    [t.networks, key.allowedCidrs.length === 0 ? t.allNetworks : key.allowedCidrs.join(', ')],
    [t.limit, key.rateLimitPerMinute ?? t.usualLimit(USUAL_LIMITS[key.kind])],
    [t.used, <Time key="used" at={key.lastUsedAt} />],
    [t.usedFrom, key.lastUsedAddress],
    [t.expires, <Time key="expires" at={key.expiresAt} />],
    [t.made, <Time key="made" at={key.createdAt} />],
  ];
  if (key.revokedAt !== null) facts.push([t.revoked, <Time key="revoked" at={key.revokedAt} />]);
  if (key.exposedAt !== null) facts.push([t.exposed, <Time key="exposed" at={key.exposedAt} />]);
  return facts;
}
