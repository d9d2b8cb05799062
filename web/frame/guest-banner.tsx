import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconEye } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { tellFailure } from '../ui/tell.ts';
import { answerOf, api } from './api.ts';
import { leaveAsOther } from './leave-portal.ts';
import { usePerson } from './session.tsx';
import { frameTexts as t } from '../texts/frame.ts';

const TICK_MS = 5_000;
const MINUTE_MS = 60_000;

/** Whoever looks into a tenant as a guest of the installation sees it said on every page, and a way out. */
export function GuestBanner() {
  const { guest, organization } = usePerson();
  const leave = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/superadmin/impersonation')),
    onSuccess: () => leaveAsOther('/'),
    onError: tellFailure,
  });
  if (!guest || !organization) return null;
  return (
    <Group h={40} px="md" gap="xs" bg="yellow.3" c="black" wrap="nowrap" justify="space-between" role="status">
      <Group gap="xs" wrap="nowrap" miw={0}>
        <IconEye size={18} aria-hidden />
        <Text truncate size="sm" fw={600}>
          {guest.leadId ? t.brokeGlass(organization.name) : t.guestOf(organization.name)}
        </Text>
      </Group>
      <Group gap="sm" wrap="nowrap" style={{ flexShrink: 0 }}>
        <TimeLeft until={guest.until} />
        <Button size="compact-sm" color="dark" onClick={() => leave.mutate()} loading={leave.isPending}>
          {t.leave}
        </Button>
      </Group>
    </Group>
  );
}

/** How long the visit lasts yet; when it is over, the visitor is at home again. */
function TimeLeft({ until }: { readonly until: string }) {
  const end = Date.parse(until);
  const [left, setLeft] = useState(() => end - Date.now());
  useEffect(() => {
    const timer = setInterval(() => setLeft(end - Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [end]);
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) leaveAsOther('/');
  }, [isOver]);
  return (
    <Text size="sm" className="figures" aria-live="off">
      {t.minutesLeft(Math.ceil(left / MINUTE_MS))}
    </Text>
  );
}
