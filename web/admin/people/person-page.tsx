import { Alert, Anchor, Grid, Stack, Text } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { usePageParam } from '../../frame/page-param.ts';
import { useMay } from '../../frame/session.tsx';
import type { Person } from '../../people/person-types.ts';
import { peopleTexts as t } from '../../texts/people.ts';
import { Facts } from '../../ui/facts.tsx';
import { EditableSection } from '../../ui/form/editable-section.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ExactTime, Time } from '../../ui/time.tsx';
import { MergePart } from './merge-part.tsx';
import { HidePerson, PersonTags } from './person-acts.tsx';
import { personHref, PersonStatus } from './person-columns.tsx';
import { PersonIdentity } from './person-identity.tsx';
import { PersonLeads, PersonSales } from './person-leads.tsx';
import { PersonNotes } from './person-notes.tsx';
import { PersonTimeline } from './person-timeline.tsx';
import { usePerson } from './use-person.ts';

/** One human: who it is, what happened with the leads, what people noted, and who may be the same. */
export default function PersonPage() {
  const person = usePerson(usePageParam('personId'));
  return <Loaded query={person}>{(loaded) => <PersonWhole person={loaded} />}</Loaded>;
}

function PersonWhole({ person }: { readonly person: Person }) {
  const may = useMay();
  const isMerged = person.status === 'merged';
  const mayWrite = may('people:write') && !isMerged;
  return (
    <Page
      title={t.person(person.displayId)}
      above={{ title: t.title, href: '/admin/people' }}
      state={<Headline person={person} />}
      action={mayWrite ? <HidePerson person={person} /> : null}
    >
      {person.mergedInto === null ? null : <MergedAway person={person} keptId={person.mergedInto} />}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            <Section title={t.leads}>
              <PersonLeads personId={person.id} />
            </Section>
            <Section title={t.sales}>
              <PersonSales personId={person.id} />
            </Section>
            {mayWrite ? <MergePart person={person} /> : null}
            <Section title={t.timeline}>
              <PersonTimeline personId={person.id} />
            </Section>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Aside person={person} mayWrite={mayWrite} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}

const Headline = ({ person }: { readonly person: Person }) => (
  <span>
    <PersonStatus person={person} /> {t.leadCount(person.leadCount)}
    {person.lastActivityAt === null ? null : (
      <>
        {` · ${t.columnLast} `}
        <Time at={person.lastActivityAt} />
      </>
    )}
  </span>
);

interface MergedAwayProps {
  readonly person: Person;
  readonly keptId: string;
}

const MergedAway = ({ person, keptId }: MergedAwayProps) => (
  <Alert variant="light" icon={<IconArrowMerge aria-hidden />} title={t.merged(person.displayId)}>
    <Text c="var(--mantine-color-text)">{t.mergedText}</Text>
    <Anchor component={Link} to={personHref(keptId)}>
      {t.toKept}
    </Anchor>
  </Alert>
);

function Aside({ person, mayWrite }: { readonly person: Person; readonly mayWrite: boolean }) {
  const may = useMay();
  return (
    <Stack gap="md">
      <Section title={t.who}>
        <Text c="dimmed">{t.whoText}</Text>
        <PersonIdentity person={person} />
      </Section>
      <EditableSection
        title={t.tags}
        canEdit={mayWrite}
        form={(close) => <PersonTags person={person} onClose={close} />}
      >
        <Text>{person.tags.join(', ') || '–'}</Text>
      </EditableSection>
      <Section title={t.facts}>
        <Facts
          facts={[
            [t.columnStatus, <PersonStatus key="status" person={person} />],
            [t.columnLeads, person.leadCount],
            [t.columnFirst, <ExactTime key="first" at={person.createdAt} />],
            [t.columnLast, person.lastActivityAt === null ? null : <ExactTime key="last" at={person.lastActivityAt} />],
          ]}
        />
      </Section>
      {may('lead-notes:read') ? (
        <Section title={t.notes}>
          <PersonNotes person={person} />
        </Section>
      ) : null}
    </Stack>
  );
}
