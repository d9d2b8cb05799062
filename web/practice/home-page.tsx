import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../frame/session.tsx';
import { practiceTexts as t } from '../texts/practice.ts';
import { Page, Section } from '../ui/page.tsx';

/** What works in a practice today, and what does not yet. */
export default function HomePage() {
  const may = useMay();
  return (
    <Page title={t.home} state={t.state}>
      <Section title={t.laterTitle}>
        <Text maw={640}>{t.laterText}</Text>
        <Group>
          {may('users:read') ? (
            <Anchor component={Link} to="/practice/team">
              {t.team}
            </Anchor>
          ) : null}
          <Anchor component={Link} to="/practice/account">
            {t.account}
          </Anchor>
        </Group>
      </Section>
    </Page>
  );
}
