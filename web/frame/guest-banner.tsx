import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconEye } from '@tabler/icons-react';
import { exactTime } from '../ui/format.ts';
import { answerOf, api } from './api.ts';
import { leaveAsOther } from './leave-portal.ts';
import { usePerson } from './session.tsx';
import { frameTexts as t } from '../texts/frame.ts';

/** Whoever looks into a tenant as a guest of the installation sees it said on every page, and a way out. */
export function GuestBanner() {
  const { guest, organization } = usePerson();
  const leave = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/superadmin/impersonation')),
    onSuccess: () => leaveAsOther('/'),
  });
  if (!guest || !organization) return null;
  const until = exactTime(guest.until, organization.timeZone);
  return (
    <Group h={40} px="md" gap="xs" bg="yellow.3" c="black" wrap="nowrap" justify="space-between" role="status">
      <Group gap="xs" wrap="nowrap" miw={0}>
        <IconEye size={18} aria-hidden />
        <Text truncate size="sm" fw={600}>
          {guest.leadId ? t.brokeGlass(organization.name, until) : t.guestOf(organization.name, until)}
        </Text>
      </Group>
      <Button size="compact-sm" color="dark" onClick={() => leave.mutate()} loading={leave.isPending}>
        {t.leave}
      </Button>
    </Group>
  );
}
