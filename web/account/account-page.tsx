import { Grid, Stack } from '@mantine/core';
import { accountTexts as t } from '../texts/account.ts';
import { Page } from '../ui/page.tsx';
import { OwnActivity } from './own-activity.tsx';
import { PasswordSection } from './password-section.tsx';
import { FactorSection } from './factor-section.tsx';
import { SessionSection } from './session-section.tsx';

/** The own account: second factors, the password, and where one is signed in. */
export default function AccountPage() {
  return (
    <Page title={t.account} state={t.state}>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="md">
            <FactorSection />
            <PasswordSection />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="md">
            <SessionSection />
            <OwnActivity />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
