import { Anchor, Box, Button, Group, Image, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import icon from '../icon.svg';
import { frameTexts } from '../texts/frame.ts';
import { usePublicTexts } from './use-public-texts.ts';

interface PublicFrameProps {
  readonly title: string;
  readonly text?: string | undefined;
  /** For what is read rather than filled in: it has the room, and one language. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A page for anybody: one thing, in the middle, in the language of the reader. */
export function PublicFrame({ title, text, isWide = false, children }: PublicFrameProps) {
  const [t, other] = usePublicTexts();
  useEffect(() => {
    document.title = `${title} · Careroute`;
  }, [title]);
  return (
    <Box bg="var(--careroute-ground)" mih="100vh" px="md" py={{ base: 'md', sm: '8vh' }}>
      <Stack maw={isWide ? 960 : 400} mx="auto" gap="md" component="main">
        <Group justify="space-between">
          <Anchor href="/" underline="never" c="var(--mantine-color-text)">
            <Group gap={8}>
              <Image src={icon} alt="" w={24} h={24} />
              <Text fw={600}>{frameTexts.product}</Text>
            </Group>
          </Anchor>
          {isWide ? null : (
            <Button variant="subtle" size="compact-sm" onClick={other} lang={t.language === 'English' ? 'en' : 'es'}>
              {t.language}
            </Button>
          )}
        </Group>
        <Paper withBorder p="lg">
          <Stack gap="md">
            <Stack gap={4}>
              <Title order={1}>{title}</Title>
              {text ? <Text c="dimmed">{text}</Text> : null}
            </Stack>
            {children}
          </Stack>
        </Paper>
      </Stack>
    </Box>
  );
}
