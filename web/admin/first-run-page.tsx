import { Stack, Stepper, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BuyerStep } from '../first-run/buyer-step.tsx';
import { PartnerStep } from '../first-run/partner-step.tsx';
import { FIRST_RUN, type Progress, stepsDone, useProgress } from '../first-run/progress.ts';
import { TestStep } from '../first-run/test-step.tsx';
import { VerticalStep } from '../first-run/vertical-step.tsx';
import { failPage } from '../frame/fail-page.ts';
import { PageFailed, PageLoading } from '../frame/page-states.tsx';
import { firstRunTexts as t } from '../texts/first-run.ts';
import { Page, Section } from '../ui/page.tsx';

/** From an empty organization to the first test lead, a step at a time. */
export default function FirstRunPage() {
  const progress = useProgress();
  if (progress.isPending) return <PageLoading />;
  if (progress.isError) return <PageFailed error={progress.error} onRetry={() => progress.refetch()} />;
  return <Guide progress={progress.data} />;
}

function Guide({ progress }: { readonly progress: Progress }) {
  const client = useQueryClient();
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const [postingKey, setPostingKey] = useState<string>();
  const next = (key?: string): void => {
    if (key !== undefined) setPostingKey(key);
    client.invalidateQueries({ queryKey: FIRST_RUN }).catch(failPage);
  };
  const { vertical, contract, campaign } = progress;
  const step = vertical === undefined ? 0 : contract === undefined ? 1 : campaign === undefined ? 2 : 3;
  const heads = [
    { title: t.vertical, text: t.verticalText },
    { title: t.buyer, text: t.buyerText },
    { title: t.partner, text: t.partnerText },
    { title: t.test, text: undefined },
  ] as const;
  return (
    <Page title={t.title} state={t.state(stepsDone(progress))}>
      <Section>
        <Stepper active={step} size="sm" iconSize={28} orientation={isNarrow ? 'vertical' : 'horizontal'}>
          {heads.map(({ title }) => (
            <Stepper.Step key={title} label={title} />
          ))}
        </Stepper>
      </Section>
      <Section title={heads[step].title}>
        <Stack>
          {heads[step].text === undefined ? null : (
            <Text c="dimmed" maw={560}>
              {heads[step].text}
            </Text>
          )}
          <Step progress={progress} postingKey={postingKey} onSaved={next} />
        </Stack>
      </Section>
    </Page>
  );
}

interface StepProps {
  readonly progress: Progress;
  readonly postingKey: string | undefined;
  readonly onSaved: (postingKey?: string) => void;
}

/** What is to be done next. */
function Step({ progress: { vertical, contract, campaign }, postingKey, onSaved }: StepProps) {
  if (vertical === undefined) return <VerticalStep onSaved={() => onSaved()} />;
  if (contract === undefined) return <BuyerStep verticalId={vertical.id} onSaved={() => onSaved()} />;
  if (campaign === undefined) return <PartnerStep vertical={vertical} contractId={contract.id} onSaved={onSaved} />;
  return <TestStep campaignId={campaign.id} postingKey={postingKey} />;
}
