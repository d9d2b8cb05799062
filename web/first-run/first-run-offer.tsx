import { Alert, Anchor, Text } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../frame/session.tsx';
import { firstRunTexts as t } from '../texts/first-run.ts';
import { stepsDone, useProgress } from './progress.ts';

/** Offered on the first page until there is a first lead, to who may set things up. */
export function FirstRunOffer() {
  const may = useMay();
  const canBegin = may('verticals:write') && may('contracts:write') && may('campaigns:write');
  const progress = useProgress(canBegin);
  if (!canBegin || !progress.data || progress.data.lead !== undefined) return null;
  return (
    <Alert variant="light" color="accent" icon={<IconRoute aria-hidden />} title={t.title}>
      <Text c="var(--mantine-color-text)">{t.offer}</Text>
      <Anchor component={Link} to="/admin/first-run" fw={600}>
        {stepsDone(progress.data) === 0 ? t.begin : t.goOn}
      </Anchor>
    </Alert>
  );
}
