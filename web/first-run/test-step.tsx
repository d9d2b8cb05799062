import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sendTestPost, type TestPostAnswer } from '../campaigns/send-test-post.ts';
import { failPage } from '../frame/fail-page.ts';
import { PageFailed, PageLoading } from '../frame/page-states.tsx';
import { useWaterfall } from '../leads/use-waterfall.ts';
import { firstRunTexts as t } from '../texts/first-run.ts';
import { testPostTexts } from '../texts/test-post.ts';
import { CopyCode } from '../ui/copy-code.tsx';
import { WaterfallView } from '../ui/waterfall.tsx';
import { FIRST_RUN } from './progress.ts';

interface TestStepProps {
  readonly campaignId: string;
  /** Shown this once, just after the campaign was made. */
  readonly postingKey: string | undefined;
}

/** A test lead, and why it went where it went. */
export function TestStep({ campaignId, postingKey }: TestStepProps) {
  const client = useQueryClient();
  const post = useMutation({
    mutationFn: () => sendTestPost(campaignId),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: FIRST_RUN }).catch(failPage);
    },
  });
  return (
    <Stack>
      {postingKey === undefined ? null : (
        <Stack gap={4}>
          <CopyCode label={t.postingKey} text={postingKey} />
          <Text size="sm" c="dimmed">
            {t.postingKeyText}
          </Text>
        </Stack>
      )}
      <Text>{t.testText}</Text>
      <Group>
        <Button onClick={() => post.mutate()} loading={post.isPending}>
          {testPostTexts.send}
        </Button>
      </Group>
      {post.isError ? <PageFailed error={post.error} /> : null}
      {post.data ? <Outcome answer={post.data} campaignId={campaignId} /> : null}
    </Stack>
  );
}

function Outcome({ answer, campaignId }: { readonly answer: TestPostAnswer; readonly campaignId: string }) {
  const isSold = answer.result === 'success';
  const { shortId } = answer.data;
  return (
    <Stack>
      <Alert color={isSold ? 'green' : 'yellow'} variant="light" title={isSold ? t.sold : t.notSold} role="status">
        <Text c="var(--mantine-color-text)">{answer.msg}</Text>
      </Alert>
      {answer.leadId === null ? null : <Reasons leadId={answer.leadId} />}
      <Group>
        {shortId === null ? null : (
          <Anchor component={Link} to={`/admin/leads/${shortId}`}>
            {t.toLead}
          </Anchor>
        )}
        <Anchor component={Link} to={`/admin/partners/campaigns/${campaignId}`}>
          {t.toCampaign}
        </Anchor>
        <Anchor component={Link} to="/admin/settings/users">
          {t.invite}
        </Anchor>
      </Group>
    </Stack>
  );
}

function Reasons({ leadId }: { readonly leadId: string }) {
  const waterfall = useWaterfall(leadId);
  if (waterfall.isPending) return <PageLoading />;
  if (waterfall.isError) return <PageFailed error={waterfall.error} onRetry={() => waterfall.refetch()} />;
  return <WaterfallView rows={waterfall.data.data} />;
}
