import { Alert, Button, Group, List, Modal, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowsExchange } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import { PageFailed } from '../../frame/page-states.tsx';
import { useGo } from '../../frame/use-go.ts';
import { useRenew } from '../../frame/use-renew.ts';
import type { Person } from '../../people/person-types.ts';
import { furnitureTexts } from '../../texts/furniture.ts';
import { mergeTexts as t, peopleTexts } from '../../texts/people.ts';
import { Facts } from '../../ui/facts.tsx';
import { faultAt } from '../../ui/fault-at.ts';
import { tellDone } from '../../ui/tell.ts';
import { ExactTime } from '../../ui/time.tsx';
import { personHref, PersonStatus } from './person-columns.tsx';
import { PersonIdentity } from './person-identity.tsx';

interface MergeDialogProps {
  /** The one whose page this is. */
  readonly person: Person;
  readonly other: Person;
  readonly onClose: () => void;
}

/** Both people beside each other, what will happen, and the question. */
export function MergeDialog({ person, other, onClose }: MergeDialogProps) {
  const [isSwapped, setSwapped] = useState(false);
  const [kept, gone] = isSwapped ? [other, person] : [person, other];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.dialog(person.displayId, other.displayId)}
      size="xl"
      closeButtonProps={{ 'aria-label': furnitureTexts.close }}
    >
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Side key={kept.id} person={kept} title={t.stays(kept.displayId)} />
          <Side key={gone.id} person={gone} title={t.goes(gone.displayId)} />
        </SimpleGrid>
        <Group>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconArrowsExchange size={14} aria-hidden />}
            onClick={() => setSwapped(!isSwapped)}
          >
            {t.swap}
          </Button>
        </Group>
        <Effects kept={kept} gone={gone} />
        <MergeForm kept={kept} gone={gone} onClose={onClose} />
      </Stack>
    </Modal>
  );
}

/** One of the two. Outside the form: what is revealed is sent by a form of its own. */
const Side = ({ person, title }: { readonly person: Person; readonly title: string }) => (
  <Stack component="section" gap="xs" aria-label={title}>
    <Title order={3} size="h4">
      {title}
    </Title>
    <PersonIdentity person={person} />
    <Facts
      facts={[
        [peopleTexts.columnStatus, <PersonStatus key="status" person={person} />],
        [peopleTexts.columnLeads, person.leadCount],
        [peopleTexts.columnTags, person.tags.join(', ') || null],
        [peopleTexts.columnFirst, <ExactTime key="first" at={person.createdAt} />],
        [
          peopleTexts.columnLast,
          person.lastActivityAt === null ? null : <ExactTime key="last" at={person.lastActivityAt} />,
        ],
      ]}
    />
  </Stack>
);

interface Pair {
  readonly kept: Person;
  readonly gone: Person;
}

const Effects = ({ kept, gone }: Pair) => (
  <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
    <Text fw={600} c="var(--mantine-color-text)">
      {t.willHappen}
    </Text>
    <List size="sm" c="var(--mantine-color-text)">
      {t
        .effects({ kept: kept.displayId, gone: gone.displayId, leads: peopleTexts.leadCount(gone.leadCount) })
        .map((effect) => (
          <List.Item key={effect}>{effect}</List.Item>
        ))}
    </List>
    <Text size="sm" fw={600} c="var(--mantine-color-text)">
      {t.forGood}
    </Text>
  </Alert>
);

/** Sends it, once the id of who goes was typed. */
function useMerge({ kept, gone, onClose }: Pair & Pick<MergeDialogProps, 'onClose'>) {
  const renew = useRenew();
  const go = useGo();
  return useMutation({
    mutationFn: (reason: string) => {
      const body = { mergePersonId: gone.id, ...(reason === '' ? {} : { reason }) };
      return answerOf(api.POST('/api/v1/people/{personId}/merge', { params: { path: { personId: kept.id } }, body }));
    },
    gcTime: 0,
    onSuccess: () => {
      tellDone(t.done(kept.displayId));
      onClose();
      go(personHref(kept.displayId));
      renew('people', 'leads');
    },
  });
}

function MergeForm({ kept, gone, onClose }: Pair & Pick<MergeDialogProps, 'onClose'>) {
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const merging = useMerge({ kept, gone, onClose });
  const differs = typed.trim().toUpperCase() !== gone.displayId;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!differs) merging.mutate(reason.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {merging.isError ? <PageFailed error={merging.error} at={['reason']} /> : null}
        <Textarea
          label={t.why}
          description={t.whyHelp}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          error={faultAt(merging.error, 'reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          label={furnitureTexts.typeName(gone.displayId)}
          autoComplete="off"
          value={typed}
          error={typed !== '' && differs ? furnitureTexts.nameDiffers : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {furnitureTexts.cancel}
          </Button>
          <Button type="submit" color="red.8" disabled={differs} loading={merging.isPending}>
            {t.merge}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
