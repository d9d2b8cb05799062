import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import { leadTexts as t } from '../texts/leads.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { tellDone } from '../ui/tell.ts';
import type { WaterfallRow } from './lead-types.ts';

/** An uncertain sale: somebody asks the buyer, and says here what it said. */
export function ResolveSale({ row }: { readonly row: WaterfallRow }) {
  const renew = useRenew();
  const resolve = (outcome: 'accepted' | 'rejected') => () =>
    answerOf(
      api.POST('/api/v1/sales/{saleId}/resolve', { params: { path: { saleId: row.saleId ?? '' } }, body: { outcome } }),
    );
  const done = (): void => {
    tellDone(t.resolved);
    renew('leads');
  };
  return (
    <Alert color="yellow" variant="light" icon={<IconHelpCircle aria-hidden />} title={t.resolveTitle}>
      <Stack gap="sm">
        <Text c="var(--mantine-color-text)">{t.resolveText(row.buyerName)}</Text>
        <Group>
          <ConfirmAct
            label={t.resolveAccepted}
            effect={t.resolveAcceptedEffect}
            act={resolve('accepted')}
            onDone={done}
          />
          <ConfirmAct
            label={t.resolveRejected}
            effect={t.resolveRejectedEffect}
            act={resolve('rejected')}
            onDone={done}
          />
        </Group>
      </Stack>
    </Alert>
  );
}
