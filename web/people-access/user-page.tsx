import { Alert, Anchor, Grid, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import { usePageParam } from '../frame/page-param.ts';
import { PORTAL_BASE } from '../frame/portal-base.ts';
import { portalOf, useMay, usePerson } from '../frame/session.tsx';
import { AccountStatus } from '../invitations/account-status.tsx';
import { peopleTexts as t } from '../texts/people-access.ts';
import { EditableSection } from '../ui/form/editable-section.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page, Section } from '../ui/page.tsx';
import { EditUser } from './edit-user.tsx';
import { usePeoplePlace } from './people-path.ts';
import { UserActs } from './user-acts.tsx';
import { UserFacts } from './user-facts.tsx';
import { personName, type User } from './user-types.ts';

/** One person: who they are, what they may do, and what can be done about the account. */
export default function UserPage() {
  const userId = usePageParam('userId');
  const user = useQuery({
    queryKey: ['users', 'one', userId],
    queryFn: async () => (await answerOf(api.GET('/api/v1/users/{userId}', { params: { path: { userId } } }))).data,
  });
  return <Loaded query={user}>{(found) => <Person user={found} />}</Loaded>;
}

function Person({ user }: { readonly user: User }) {
  const { href, title } = usePeoplePlace();
  const may = useMay();
  const me = usePerson();
  const isOwn = me.id === user.id;
  return (
    <Page title={t.user} above={{ title, href }} state={<Headline user={user} />}>
      {isOwn ? (
        <Alert variant="light" icon={<IconInfoCircle aria-hidden />} c="var(--mantine-color-text)">
          {t.you}{' '}
          <Anchor component={Link} to={`${PORTAL_BASE[portalOf(me)]}/account`}>
            {t.toAccount}
          </Anchor>
        </Alert>
      ) : null}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <EditableSection
            title={t.facts}
            canEdit={may('users:write')}
            form={(close) => <EditUser user={user} isOwn={isOwn} onClose={close} />}
          >
            <UserFacts user={user} />
          </EditableSection>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          {may('users:write') && !isOwn ? (
            <Section title={t.acts}>
              <Stack gap="sm">
                <UserActs user={user} />
              </Stack>
            </Section>
          ) : null}
        </Grid.Col>
      </Grid>
    </Page>
  );
}

const Headline = ({ user }: { readonly user: User }) => (
  <>
    <AccountStatus account={user} /> {personName(user)}
  </>
);
