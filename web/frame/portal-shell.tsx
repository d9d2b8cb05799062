import { AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { CommandPalette, PaletteButton } from './command-palette.tsx';
import { EnvironmentBadge } from './environment-badge.tsx';
import { GuestBanner } from './guest-banner.tsx';
import { IdleWatch } from './idle-watch.tsx';
import { NoticeBell } from '../notices/notice-bell.tsx';
import { Navigation } from './navigation.tsx';
import { PersonMenu } from './person-menu.tsx';
import { type Portal } from './portal.ts';
import { FollowedExports } from '../exports/followed-exports.tsx';
import { usePerson } from './session.tsx';
import { SessionKeeper } from './session-keeper.tsx';
import shell from './portal-shell.module.css';
import { frameTexts as t } from '../texts/frame.ts';

/** The frame of a portal: navigation, top bar, the page. */
export function PortalShell({ portal }: { readonly portal: Portal }) {
  const [opened, { toggle, close }] = useDisclosure();
  const { guest } = usePerson();
  return (
    <AppShell
      header={{ height: guest ? 92 : 52 }}
      navbar={{ width: 204, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      transitionDuration={0}
      padding={0}
    >
      <a className="skip-link" href="#page">
        {t.skip}
      </a>
      <AppShell.Header>
        <GuestBanner />
        <TopBar portal={portal} opened={opened} onToggle={toggle} />
      </AppShell.Header>
      <AppShell.Navbar className={shell.navbar} aria-label={portal.name}>
        <Navigation portal={portal} onGo={close} />
      </AppShell.Navbar>
      <FollowedExports>
        <Page />
      </FollowedExports>
      <CommandPalette portal={portal} />
      <SessionKeeper />
      <IdleWatch />
    </AppShell>
  );
}

function TopBar(props: { readonly portal: Portal; readonly opened: boolean; readonly onToggle: () => void }) {
  const { organization } = usePerson();
  return (
    <Group h={52} px="md" justify="space-between" wrap="nowrap" gap="sm">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Burger opened={props.opened} onClick={props.onToggle} hiddenFrom="sm" size="sm" aria-label={t.navigation} />
        <Text fw={600} truncate>
          {organization?.name ?? t.product}
        </Text>
        <EnvironmentBadge />
      </Group>
      <Group gap="xs" wrap="nowrap">
        <PaletteButton />
        <NoticeBell portal={props.portal} />
        <PersonMenu portal={props.portal} />
      </Group>
    </Group>
  );
}

/** The page. After a step to another one the keyboard stands at its beginning. */
function Page() {
  const { pathname } = useLocation();
  const page = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    page.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <AppShell.Main id="page" tabIndex={-1} ref={page} className={shell.page}>
      <div className={shell.width}>
        <Outlet />
      </div>
    </AppShell.Main>
  );
}
