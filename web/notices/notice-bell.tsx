import { ActionIcon, Indicator, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { PageFailed } from '../frame/page-states.tsx';
import type { Portal } from '../frame/portal.ts';
import { noticeTexts as t } from '../texts/notices.ts';
import { NoticeItem } from './notice-item.tsx';
import { keyOf, type Notice } from './notice-types.ts';
import { useNotices, useSeen } from './use-notices.ts';

const NONE: readonly Notice[] = [];

/** What awaits the person, behind a bell with the number of what was not seen yet. */
export function NoticeBell({ portal }: { readonly portal: Portal }) {
  const [opened, { close, open }] = useDisclosure();
  const notices = useNotices();
  const { isSeen, see } = useSeen();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const rows = notices.data ?? NONE;
  const unseen = rows.filter((notice) => !isSeen(notice));
  const toggle = (): void => {
    if (opened) return close();
    setFresh(new Set(unseen.map(keyOf)));
    see(rows);
    open();
  };
  return (
    <Popover
      opened={opened}
      onChange={(next) => (next ? open() : close())}
      position="bottom-end"
      width="min(22rem, 94vw)"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
      shadow="md"
    >
      <Indicator label={unseen.length} size={16} disabled={unseen.length === 0} className="figures" offset={4}>
        <Popover.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t.bell(unseen.length)} onClick={toggle}>
            <IconBell size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label={t.title} p="xs">
        {notices.isError ? <PageFailed error={notices.error} onRetry={() => notices.refetch()} /> : null}
        {notices.data && rows.length === 0 ? <Nothing /> : null}
        <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
          {rows.map((notice) => (
            <NoticeItem
              key={keyOf(notice)}
              portal={portal}
              notice={notice}
              isFresh={fresh.has(keyOf(notice))}
              onGo={close}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

const Nothing = () => (
  <Stack gap={2} p="xs" tabIndex={-1} data-autofocus>
    <Text fw={600}>{t.none}</Text>
    <Text size="sm" c="dimmed">
      {t.noneText}
    </Text>
  </Stack>
);
