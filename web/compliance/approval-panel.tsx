import { Stack, Title } from '@mantine/core';
import { APPROVAL_WORDS, complianceTexts as t } from '../texts/compliance.ts';
import { type Fact, Facts } from '../ui/facts.tsx';
import { ExactTime } from '../ui/time.tsx';
import { ApprovalActs } from './approval-acts.tsx';
import { ApprovalStatus } from './approval-status.tsx';
import { type Approval, useTermsInWords } from './approval-terms.ts';

interface ApprovalPanelProps {
  readonly approval: Approval;
  readonly nameOf: (id: string) => string;
}

/** One request: what exactly is asked for, by whom and why, and what can be done with it. */
export function ApprovalPanel({ approval, nameOf }: ApprovalPanelProps) {
  const termsInWords = useTermsInWords();
  const terms = termsInWords(approval.terms);
  const facts: Fact[] = [
    [t.what, APPROVAL_WORDS[approval.action]],
    [t.status, <ApprovalStatus key="status" status={approval.status} />],
    [t.requestedBy, nameOf(approval.requestedBy)],
    [t.requestedAt, <ExactTime key="asked" at={approval.requestedAt} />],
    [t.reason, approval.reason],
    [t.expiresAt, <ExactTime key="until" at={approval.expiresAt} />],
  ];
  if (approval.decidedBy !== null) facts.push([t.decidedBy, nameOf(approval.decidedBy)]);
  if (approval.decidedAt !== null) facts.push([t.decidedAt, <ExactTime key="decided" at={approval.decidedAt} />]);
  return (
    <Stack>
      <Facts facts={facts} />
      <Title order={3}>{t.terms}</Title>
      {terms.length === 0 ? <span>{t.noTerms}</span> : <Facts facts={terms} />}
      <ApprovalActs approval={approval} />
    </Stack>
  );
}
