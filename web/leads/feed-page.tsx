import { Alert, Button, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { PORTAL_BASE } from '../frame/portal-base.ts';
import { portalOf, usePerson } from '../frame/session.tsx';
import { feedTexts as t } from '../texts/feed.ts';
import { leadTexts } from '../texts/leads.ts';
import { Page, Section } from '../ui/page.tsx';
import { FeedTable } from './feed-table.tsx';
import { useFeed } from './use-feed.ts';

/** Leads as they come: to the organization all of them, to a partner its own. */
export default function FeedPage() {
  const portal = portalOf(usePerson());
  const leadsHref = `${PORTAL_BASE[portal]}/leads`;
  const { leads, line, skipped, waiting, setPaused, again } = useFeed();
  const isPaused = waiting !== undefined;
  const on = isPaused ? t.paused(waiting) : t.on;
  const words = { still: on, hearing: on, lost: t.lost, over: t.over };
  return (
    <Page
      title={t.title}
      above={{ title: leadTexts.leads, href: leadsHref }}
      state={<span role="status">{words[line]}</span>}
      action={
        line === 'over' ? (
          <Button onClick={again}>{t.again}</Button>
        ) : (
          <Button
            variant="default"
            leftSection={
              isPaused ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />
            }
            onClick={() => setPaused(!isPaused)}
          >
            {isPaused ? t.goOn : t.pause}
          </Button>
        )
      }
    >
      {skipped ? (
        <Alert variant="light" color="yellow">
          <Text c="var(--mantine-color-text)">{t.skipped}</Text>
        </Alert>
      ) : null}
      {leads.length === 0 ? (
        <Section>
          <Text c="dimmed">{t.none}</Text>
        </Section>
      ) : (
        <>
          <FeedTable leads={leads} leadsHref={leadsHref} amount={portal === 'partner' ? 'payout' : 'price'} />
          <Text size="sm" c="dimmed">
            {t.shown(leads.length)}
          </Text>
        </>
      )}
    </Page>
  );
}
