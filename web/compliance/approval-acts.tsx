import { Group, Text } from '@mantine/core';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import { MakeFile } from '../exports/make-file.tsx';
import { useMay, usePerson } from '../frame/session.tsx';
import { complianceTexts as t } from '../texts/compliance.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { tellDone } from '../ui/tell.ts';
import type { Approval } from './approval-terms.ts';

/** Deciding what somebody else asked for; using what was approved for oneself. */
export function ApprovalActs({ approval }: { readonly approval: Approval }) {
  const me = usePerson();
  const may = useMay();
  const renew = useRenew();
  const isOwn = approval.requestedBy === me.id;
  const done = (said: string) => () => {
    tellDone(said);
    renew('approvals', 'notices');
  };
  const decide = (decision: 'approved' | 'declined') => () =>
    answerOf(
      api.POST('/api/v1/approvals/{approvalId}/decide', {
        params: { path: { approvalId: approval.id } },
        body: { decision },
      }),
    );
  if (approval.status === 'waiting' && may('approvals:decide'))
    return (
      <>
        {isOwn ? <Text c="dimmed">{t.ownRequest}</Text> : null}
        <Group gap="xs">
          {isOwn ? null : (
            <ConfirmAct label={t.approve} effect={t.approveEffect} act={decide('approved')} onDone={done(t.approved)} />
          )}
          <ConfirmAct label={t.decline} effect={t.declineEffect} act={decide('declined')} onDone={done(t.declined)} />
        </Group>
      </>
    );
  if (approval.status === 'approved' && approval.action === 'bulk_export' && may('leads:export'))
    return isOwn ? (
      <Group>
        <MakeFile approval={approval} />
      </Group>
    ) : (
      <Text c="dimmed">{t.onlyAsker}</Text>
    );
  return null;
}
