import { Badge, Box, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Portal } from '../frame/portal.ts';
import { noticeTexts as t } from '../texts/notices.ts';
import { Time } from '../ui/time.tsx';
import { type Notice, placeOf, wordsOf } from './notice-types.ts';
import css from './notice-item.module.css';

interface NoticeItemProps {
  readonly portal: Portal;
  readonly notice: Notice;
  /** Whether it was not seen before the list was opened. */
  readonly isFresh: boolean;
  readonly onGo: () => void;
}

/** One thing that awaits the person, and the way to where something is done about it. */
export function NoticeItem({ portal, notice, isFresh, onGo }: NoticeItemProps) {
  const words = wordsOf(notice);
  if (!words) return null;
  const place = placeOf(portal.base, notice);
  const text = (
    <>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text fw={600} size="sm">
          {words.title}
        </Text>
        {isFresh ? (
          <Badge variant="light" color="blue" c="var(--careroute-blue-text)" miw="max-content">
            {t.fresh}
          </Badge>
        ) : null}
      </Group>
      <Text size="sm" c="dimmed" component="div">
        {words.step}
        {' · '}
        {notice.until === null ? null : `${t.ends} `}
        <Time at={notice.until ?? notice.at} />
      </Text>
    </>
  );
  return (
    <li>
      {place === undefined ? (
        <Box className={css.notice}>{text}</Box>
      ) : (
        <Link to={place.to} search={place.search ?? {}} className={css.notice} onClick={onGo}>
          {text}
        </Link>
      )}
    </li>
  );
}
