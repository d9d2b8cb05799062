import { Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { failPage } from '../frame/fail-page.ts';
import { useMay, usePerson } from '../frame/session.tsx';
import { complianceTexts as t } from '../texts/compliance.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { saveFile } from '../ui/save-file.ts';
import { tellDone } from '../ui/tell.ts';
import type { Approval } from './approval-terms.ts';

/** Takes the leads of an approved request out as a file: exactly its terms. */
async function takeFile({ id, terms }: Approval): Promise<void> {
  const { data } = await answerOf(api.POST('/api/v1/leads/export', { body: { ...terms, approvalId: id } }));
  saveFile(`careroute-leads-${id.slice(-8)}.csv`, data.content, 'text/csv;charset=utf-8');
  tellDone(data.truncated ? `${t.exported(data.rows)}. ${t.truncated}` : t.exported(data.rows));
}

/** Deciding what somebody else asked for; using what was approved for oneself. */
export function ApprovalActs({ approval }: { readonly approval: Approval }) {
  const me = usePerson();
  const may = useMay();
  const client = useQueryClient();
  const isOwn = approval.requestedBy === me.id;
  const done = (said?: string) => () => {
    if (said !== undefined) tellDone(said);
    client.invalidateQueries({ queryKey: ['approvals'] }).catch(failPage);
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
        <ConfirmAct label={t.run} effect={t.runEffect} act={() => takeFile(approval)} onDone={done()} />
      </Group>
    ) : (
      <Text c="dimmed">{t.onlyAsker}</Text>
    );
  return null;
}
