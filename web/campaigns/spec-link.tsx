import { Anchor, Code, Group, Stack, Text } from '@mantine/core';
import { answerOf, api } from '../frame/api.ts';
import { useMay } from '../frame/session.tsx';
import { useRenew } from '../frame/use-renew.ts';
import { campaignTexts as t } from '../texts/campaigns.ts';
import { CopyText } from '../ui/copy-code.tsx';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { Section } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';

interface SpecLinkProps {
  readonly campaignId: string;
  readonly specUrl: string;
}

/** The link by which anybody reads how to post; who may replaces it by another. */
export function SpecLink({ campaignId, specUrl }: SpecLinkProps) {
  const may = useMay();
  const renew = useRenew();
  const params = { path: { id: campaignId } };
  return (
    <Section title={t.link}>
      <Stack gap="sm">
        <Text c="dimmed">{t.linkText}</Text>
        <Code block tabIndex={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {specUrl}
        </Code>
        <Group gap="sm">
          <CopyText text={specUrl} />
          <Anchor href={specUrl} target="_blank" rel="noreferrer">
            {t.linkOpen}
          </Anchor>
        </Group>
        {may('campaigns:share') ? (
          <div>
            <ConfirmAct
              label={t.linkRenew}
              effect={t.linkRenewEffect}
              act={() => answerOf(api.POST('/api/partner/campaigns/{id}/spec-token', { params }))}
              onDone={() => {
                tellDone(t.linkRenewed);
                renew('campaigns');
              }}
            />
          </div>
        ) : null}
      </Stack>
    </Section>
  );
}
