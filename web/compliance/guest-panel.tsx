import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import type { Ok } from '../frame/ok.ts';
import { useMay } from '../frame/session.tsx';
import { complianceTexts as t } from '../texts/compliance.ts';
import { Facts } from '../ui/facts.tsx';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { Status } from '../ui/status.tsx';
import { tellDone } from '../ui/tell.ts';
import { ExactTime } from '../ui/time.tsx';
import { EntityLink } from './entity-link.tsx';

export type Guest = Ok<'/api/v1/access-grants', 'get'>['data'][number];

/** Whether the guest is here now. */
export const Presence = ({ guest: { status } }: { readonly guest: Guest }) => (
  <Status value={status} label={status === 'open' ? t.open : t.over} tone={status === 'open' ? 'warn' : 'none'} />
);

/** What the organization said of the visit. */
export const Verdict = ({ guest: { verdict } }: { readonly guest: Guest }) =>
  verdict === null ? (
    <Status value="none" label={t.notReviewed} tone="info" />
  ) : (
    <Status
      value={verdict}
      label={verdict === 'accepted' ? t.accepted : t.questioned}
      tone={verdict === 'accepted' ? 'good' : 'bad'}
    />
  );

/** One visit: why, for how long, and what the organization says of it. */
export function GuestPanel({ guest }: { readonly guest: Guest }) {
  const may = useMay();
  return (
    <Stack>
      <Facts
        facts={[
          [t.guest, guest.guest],
          [t.status, <Presence key="status" guest={guest} />],
          [t.reason, guest.reason],
          [t.ticket, guest.ticket],
          [t.openLead, guest.leadId === null ? t.noLead : <EntityLink key="lead" entity="lead" id={guest.leadId} />],
          [t.came, <ExactTime key="came" at={guest.createdAt} />],
          [guest.status === 'open' ? t.ends : t.left, <ExactTime key="left" at={guest.endedAt ?? guest.expiresAt} />],
          [t.verdict, <Verdict key="verdict" guest={guest} />],
        ]}
      />
      {may('audit:read') ? (
        <Text size="sm">
          <Anchor component={Link} to={`/admin/compliance/audit?${daysOf(guest)}`}>
            {t.whatTheyDid}
          </Anchor>
        </Text>
      ) : null}
      {may('access-grants:review') ? <GuestActs guest={guest} /> : null}
    </Stack>
  );
}

const DAY_LETTERS = 10;

const daysOf = ({ createdAt, endedAt, expiresAt }: Guest): string =>
  new URLSearchParams({
    dateFrom: createdAt.slice(0, DAY_LETTERS),
    dateTo: (endedAt ?? expiresAt).slice(0, DAY_LETTERS),
  }).toString();

function GuestActs({ guest }: { readonly guest: Guest }) {
  const renew = useRenew();
  const params = { path: { grantId: guest.id } };
  const done = (said: string) => () => {
    tellDone(said);
    renew('access-grants');
  };
  const judge = (verdict: 'accepted' | 'questioned') => () =>
    answerOf(api.POST('/api/v1/access-grants/{grantId}/review', { params, body: { verdict } }));
  return (
    <Group gap="xs">
      {guest.status === 'open' ? (
        <ConfirmAct
          label={t.showOut}
          effect={t.showOutEffect}
          act={() => answerOf(api.DELETE('/api/v1/access-grants/{grantId}', { params }))}
          onDone={done(t.shownOut)}
        />
      ) : null}
      {guest.verdict === 'accepted' ? null : (
        <ConfirmAct label={t.accept} effect={t.acceptEffect} act={judge('accepted')} onDone={done(t.reviewed)} />
      )}
      {guest.verdict === 'questioned' ? null : (
        <ConfirmAct label={t.question} effect={t.questionEffect} act={judge('questioned')} onDone={done(t.reviewed)} />
      )}
    </Group>
  );
}
