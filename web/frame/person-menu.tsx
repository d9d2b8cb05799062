import { ActionIcon, Avatar, Group, Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { roleName } from '../ui/words.ts';
import type { Portal } from './portal.ts';
import { type Me, useMay, usePerson } from './session.tsx';
import { useGo } from './use-go.ts';
import { useSignOut } from './use-sign-out.ts';
import { frameTexts as t } from '../texts/frame.ts';

const nameOf = ({ firstName, lastName, email }: Me): string =>
  [firstName, lastName].filter(Boolean).join(' ') || (email ?? t.you);

/** Who is signed in, the own account, the colours, and the way out. */
export function PersonMenu({ portal }: { readonly portal: Portal }) {
  const me = usePerson();
  const may = useMay();
  const go = useGo();
  const signOut = useSignOut();
  const name = nameOf(me);
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton aria-label={t.accountOf(name)}>
          <Avatar size={32} color="accent" radius="xl" variant="light" alt="" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} c="var(--mantine-color-text)" truncate>
            {name}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {roleName(me.role)} · {me.email}
          </Text>
        </Menu.Label>
        {may('account:own') ? (
          <Menu.Item
            leftSection={<IconUserCircle size={16} aria-hidden />}
            onClick={() => go(`${portal.base}/account`)}
          >
            {t.yourAccount}
          </Menu.Item>
        ) : null}
        <ColourChoice />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut('/sign-in')}>
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const SCHEMES = [
  { value: 'light', label: t.coloursLight, Icon: IconSun },
  { value: 'dark', label: t.coloursDark, Icon: IconMoon },
  { value: 'auto', label: t.coloursAuto, Icon: IconDeviceDesktop },
] as const;

function ColourChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Group px="sm" py={6} justify="space-between">
      <Text size="sm">{t.colours}</Text>
      <Group gap={4}>
        {SCHEMES.map(({ value, label, Icon }) => (
          <ActionIcon
            key={value}
            variant={colorScheme === value ? 'light' : 'subtle'}
            color={colorScheme === value ? 'accent' : 'gray'}
            aria-label={`${t.colours}: ${label}`}
            aria-pressed={colorScheme === value}
            onClick={() => setColorScheme(value)}
          >
            <Icon size={16} aria-hidden />
          </ActionIcon>
        ))}
      </Group>
    </Group>
  );
}
