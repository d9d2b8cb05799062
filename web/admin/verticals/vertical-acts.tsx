import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { useGo } from '../../frame/use-go.ts';
import { verticalTexts as t } from '../../texts/verticals.ts';
import { ConfirmAct } from '../../ui/form/confirm-act.tsx';
import { StatusActs } from '../../ui/form/status-acts.tsx';
import { tellDone } from '../../ui/tell.ts';
import { DeactivateVertical } from './deactivate-vertical.tsx';
import type { Vertical } from './vertical-values.ts';
import { setVerticalStatus, VERTICAL_ACTS } from './vertical-status.ts';

interface OfVertical {
  readonly vertical: Vertical;
}

/** What can be done with a vertical now. */
export function VerticalStatusActs({ vertical }: OfVertical) {
  const renew = useRenew();
  if (vertical.status === 'active') return <DeactivateVertical vertical={vertical} />;
  return (
    <StatusActs
      acts={VERTICAL_ACTS}
      now={vertical.status}
      set={(status) => setVerticalStatus(vertical.id, status)}
      onDone={() => {
        tellDone(t.statusSaved);
        renew('verticals');
      }}
    />
  );
}

/** Ends a vertical that nothing uses. */
export function RemoveVertical({ vertical }: OfVertical) {
  const client = useQueryClient();
  const go = useGo();
  const params = { path: { verticalId: vertical.id } };
  return (
    <div>
      <ConfirmAct
        label={t.remove}
        effect={t.removeEffect}
        name={vertical.name}
        act={() => answerOf(api.DELETE('/api/v1/verticals/{verticalId}', { params }))}
        onDone={() => {
          tellDone(t.removed);
          go('/admin/verticals');
          client.invalidateQueries({ queryKey: ['verticals', 'list'] }).catch(failPage);
        }}
      />
    </div>
  );
}
