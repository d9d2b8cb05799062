import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { methodWords } from '../people-access/method-words.ts';
import { accountTexts as t } from '../texts/account.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { RowAct } from '../ui/form/row-act.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';

import { useAccountChanged } from './use-factors.ts';

type Session = Ok<'/api/v1/auth/sessions', 'get'>['data'][number];

const COLUMNS: readonly TableColumn<Session>[] = [
  { id: 'device', label: t.device, cell: (session) => <Device session={session} /> },
  { id: 'address', label: t.address, cell: ({ ipAddress }) => ipAddress },
  { id: 'seen', label: t.lastSeen, cell: ({ lastSeenAt }) => <Time at={lastSeenAt} /> },
  { id: 'since', label: t.signedIn, cell: ({ createdAt }) => <Time at={createdAt} /> },
  { id: 'how', label: t.how, cell: ({ method }) => methodWords(method) },
  { id: 'acts', label: t.acts, cell: (session) => (session.isCurrent ? '–' : <EndSession id={session.id} />) },
];

/** Where the person is signed in, and how to end it. */
export function SessionSection() {
  const changed = useAccountChanged();
  const sessions = useQuery({
    queryKey: ['account', 'sessions'],
    queryFn: () => answerOf(api.GET('/api/v1/auth/sessions')),
  });
  const rows = sessions.data?.data ?? [];
  const endOthers = () => answerOf(api.DELETE('/api/v1/auth/sessions'));
  return (
    <Section
      title={t.sessions}
      action={
        rows.length > 1 ? (
          <ConfirmAct
            label={t.endOthers}
            effect={t.endOthersEffect}
            act={endOthers}
            onDone={() => changed(t.othersEnded)}
          />
        ) : null
      }
    >
      <Loaded query={sessions}>
        {({ data }) => (
          <SmallTable label={t.sessions} columns={COLUMNS} rows={data} rowId={({ id }) => id} empty={t.noActivity} />
        )}
      </Loaded>
    </Section>
  );
}

const Device = ({ session: { device, isCurrent } }: { readonly session: Session }) => (
  <Group gap="xs">
    <Text span inherit>
      {device}
    </Text>
    {isCurrent ? <Status value="current" label={t.thisDevice} tone="good" /> : null}
  </Group>
);

function EndSession({ id }: { readonly id: string }) {
  const changed = useAccountChanged();
  const end = () => answerOf(api.DELETE('/api/v1/auth/sessions/{sessionId}', { params: { path: { sessionId: id } } }));
  return (
    <RowAct
      label={t.endSession}
      about={t.endSession}
      effect={t.endSessionEffect}
      act={end}
      onDone={() => changed(t.sessionEnded)}
    />
  );
}
