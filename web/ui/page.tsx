import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';

interface PageProps {
  readonly title: string;
  /** One sentence of how things stand: "3 of 8 contracts can sell now". */
  readonly state?: ReactNode;
  /** The main thing to do here, at the right. */
  readonly action?: ReactNode;
  /** The page above this one. */
  readonly above?: { readonly title: string; readonly href: string };
  readonly children: ReactNode;
}

/** A page: what it is, how things stand, what can be done, the content. The window's title holds no personal data. */
export function Page({ title, state, action, above, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Careroute`;
  }, [title]);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4}>
          {above ? (
            <Breadcrumbs fz="sm">
              <Anchor component={Link} to={above.href} fz="sm">
                {above.title}
              </Anchor>
              <Text fz="sm" c="dimmed">
                {title}
              </Text>
            </Breadcrumbs>
          ) : null}
          <Title order={1}>{title}</Title>
          {state ? (
            <Text c="dimmed" component="div" className="page-state">
              {state}
            </Text>
          ) : null}
        </Stack>
        {action ? <Group gap="xs">{action}</Group> : null}
      </Group>
      {children}
    </Stack>
  );
}

/** A part of a page, on its own ground. */
export function Section({
  title,
  action,
  children,
}: Omit<PageProps, 'state' | 'above' | 'title'> & { title?: string }) {
  return (
    <Stack
      component="section"
      gap="sm"
      p="md"
      bg="var(--mantine-color-body)"
      bd="1px solid var(--mantine-color-default-border)"
      style={{ borderRadius: 'var(--mantine-radius-sm)' }}
    >
      {title || action ? (
        <Group justify="space-between">
          {title ? <Title order={2}>{title}</Title> : <span />}
          {action}
        </Group>
      ) : null}
      {children}
    </Stack>
  );
}
