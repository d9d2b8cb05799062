import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { useGo } from '../../frame/use-go.ts';
import { partnerTexts as t } from '../../texts/partners.ts';
import { ConfirmAct } from '../../ui/form/confirm-act.tsx';
import { StatusActs } from '../../ui/form/status-acts.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { Partner } from './partner-values.ts';
import { PARTNER_ACTS, setPartnerStatus } from './partner-status.ts';

interface OfPartner {
  readonly partner: Partner;
}

/** What can be done with a partner now. */
export function PartnerActs({ partner }: OfPartner) {
  const renew = useRenew();
  return (
    <>
      <Button component={Link} to={`/admin/partners/${partner.id}/edit`}>
        {t.editPartner}
      </Button>
      <StatusActs
        acts={PARTNER_ACTS}
        now={partner.status}
        set={(status) => setPartnerStatus(partner.id, status)}
        onDone={() => {
          tellDone(t.statusSaved);
          renew('partners', 'campaigns');
        }}
      />
    </>
  );
}

/** Ends a partner that has nothing any more. */
export function RemovePartner({ partner }: OfPartner) {
  const client = useQueryClient();
  const go = useGo();
  const params = { path: { partnerId: partner.id } };
  return (
    <div>
      <ConfirmAct
        label={t.remove}
        effect={t.removeEffect}
        name={partner.name}
        act={() => answerOf(api.DELETE('/api/v1/partners/{partnerId}', { params }))}
        onDone={() => {
          tellDone(t.removed);
          go('/admin/partners');
          client.invalidateQueries({ queryKey: ['partners', 'list'] }).catch(failPage);
        }}
      />
    </div>
  );
}
