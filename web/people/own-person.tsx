import { Anchor, Grid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePageParam } from '../frame/page-param.ts';
import { usePerson } from '../frame/session.tsx';
import { wayToReveal } from '../leads/way-to-reveal.ts';
import { leadTexts } from '../texts/leads.ts';
import { ownPeopleTexts, peopleTexts as t } from '../texts/people.ts';
import { Facts } from '../ui/facts.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Money } from '../ui/money.tsx';
import { Page, Section } from '../ui/page.tsx';
import { RevealFields } from '../ui/reveal-fields.tsx';
import { Status } from '../ui/status.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { ExactTime, Time } from '../ui/time.tsx';
import { blockOf, type OwnSide } from './own-side.ts';
import { namedFields } from './person-columns.tsx';
import type { OwnPersonWhole } from './person-types.ts';

interface OfSide {
  readonly side: OwnSide;
}

/** One person, as far as a buyer's or a partner's own leads tell of it. */
export function OwnPerson({ side }: OfSide) {
  const personId = usePageParam('ownPersonId');
  const person = useQuery({
    queryKey: ['people', 'own', personId],
    queryFn: () => side.read(personId, 'true'),
  });
  return <Loaded query={person}>{(loaded) => <Whole side={side} person={loaded} />}</Loaded>;
}

interface WholeProps extends OfSide {
  readonly person: OwnPersonWhole;
}

type Lead = OwnPersonWhole['leads'][number];

const leadColumns = ({ base, words }: OwnSide): readonly TableColumn<Lead>[] => [
  {
    id: 'lead',
    label: t.columnLead,
    cell: ({ id, shortId }) => (
      <Anchor component={Link} to={`${base}/leads/${shortId || id}`} fz="inherit">
        {shortId || blockOf(id)}
      </Anchor>
    ),
  },
  { id: 'received', label: leadTexts.columnReceived, cell: ({ createdAt }) => <Time at={createdAt} /> },
  { id: 'status', label: t.columnStatus, cell: ({ status }) => <Status value={status} /> },
  { id: 'amount', label: words.total, numeric: true, cell: ({ amount }) => <Money amount={amount} /> },
];

const Whole = ({ side, person }: WholeProps) => (
  <Page
    title={t.person(blockOf(person.id))}
    above={{ title: t.title, href: `${side.base}/people` }}
    state={
      <span>
        {t.leadCount(person.leadCount)} · {side.words.last} <Time at={person.lastActivityAt} />
      </span>
    }
  >
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Section title={side.words.leads}>
          <SmallTable
            label={side.words.leads}
            columns={leadColumns(side)}
            rows={person.leads}
            rowId={({ id }) => id}
            empty={t.noLeads}
          />
          {person.leads.length < person.leadCount ? <Text c="dimmed">{ownPeopleTexts.newest}</Text> : null}
        </Section>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <Stack gap="md">
          <Section title={t.who}>
            <Text c="dimmed">{ownPeopleTexts.whoText}</Text>
            <Identity side={side} person={person} />
          </Section>
          <Section title={t.facts}>
            <Facts
              facts={[
                [t.columnLeads, person.leadCount],
                [side.words.total, <Money key="total" amount={person.total} />],
                [side.words.last, <ExactTime key="last" at={person.lastActivityAt} />],
              ]}
            />
          </Section>
        </Stack>
      </Grid.Col>
    </Grid>
  </Page>
);

/** Who it is, masked until shown; the trail keeps that it was read. */
function Identity({ side, person }: WholeProps) {
  const mayShow = wayToReveal(usePerson()) === 'plain';
  const fields = namedFields(person);
  if (Object.keys(fields).length === 0) return <Text c="dimmed">{t.noLead}</Text>;
  const show = async () => namedFields(await side.read(person.id, 'false'));
  return <RevealFields fields={fields} way={mayShow ? { kind: 'plain', show } : undefined} />;
}
