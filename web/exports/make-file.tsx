import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { useGo } from '../frame/use-go.ts';
import { useRenew } from '../frame/use-renew.ts';
import { exportTexts as t } from '../texts/exports.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { tellDone } from '../ui/tell.ts';

type Approval = Ok<'/api/v1/approvals', 'get'>['data'][number];

/** Uses an approval for exactly what it was given for: begins to make the file, and leads to where it is seen. */
export function MakeFile({ approval: { id, terms } }: { readonly approval: Pick<Approval, 'id' | 'terms'> }) {
  const renew = useRenew();
  const go = useGo();
  const begin = () => answerOf(api.POST('/api/v1/exports', { body: { ...terms, approvalId: id } }));
  return (
    <ConfirmAct
      label={t.make}
      effect={t.makeEffect}
      act={begin}
      onDone={() => {
        tellDone(t.made);
        renew('exports', 'approvals', 'notices');
        go('/admin/leads/exports');
      }}
    />
  );
}
