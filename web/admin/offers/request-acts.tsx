import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../frame/session.tsx';
import { useRenew } from '../../frame/use-renew.ts';
import { offerRequestTexts as t } from '../../texts/partner-offers.ts';
import { ApproveRequest } from './approve-request.tsx';
import { DeclineRequest } from './decline-request.tsx';
import type { OfferRequest } from './request-words.tsx';

/** Approving and declining what waits, for who may. */
export function RequestActs({ request }: { readonly request: OfferRequest }) {
  const [asking, setAsking] = useState<'approve' | 'decline'>();
  const renew = useRenew();
  if (!useMay()('campaigns:write') || request.status !== 'pending') return null;
  // Renewed once the dialog is closed: it shows a key, and goes with its row.
  const close = (): void => {
    setAsking(undefined);
    renew('offer-requests', 'offers', 'campaigns', 'partners', 'notices');
  };
  const { partnerName } = request;
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t.approveAbout(partnerName)}
          onClick={() => setAsking('approve')}
        >
          {t.approve}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t.declineAbout(partnerName)}
          onClick={() => setAsking('decline')}
        >
          {t.decline}
        </Button>
      </Group>
      {asking === 'approve' ? <ApproveRequest request={request} onClose={close} /> : null}
      {asking === 'decline' ? <DeclineRequest request={request} onClose={close} /> : null}
    </>
  );
}
