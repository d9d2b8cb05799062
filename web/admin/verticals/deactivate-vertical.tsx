import { Checkbox, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { PageFailed } from '../../frame/page-states.tsx';
import { useRenew } from '../../frame/use-renew.ts';
import { verticalTexts as t } from '../../texts/verticals.ts';
import { ConfirmAct } from '../../ui/form/confirm-act.tsx';
import { tellDone } from '../../ui/tell.ts';
import { useVertical } from './use-vertical.ts';
import { setVerticalStatus } from './vertical-status.ts';
import { listOfWorking, type Vertical } from './vertical-values.ts';

/** Sets a vertical inactive, and asks whether what hangs on it is to go with it. */
export function DeactivateVertical({ vertical }: { readonly vertical: Vertical }) {
  const renew = useRenew();
  const [cascade, setCascade] = useState(false);
  return (
    <ConfirmAct
      label={t.deactivate}
      effect={
        <Stack gap="sm">
          <Text>{t.deactivateEffect}</Text>
          <CascadeChoice verticalId={vertical.id} cascade={cascade} onChange={setCascade} />
        </Stack>
      }
      act={() => setVerticalStatus(vertical.id, 'inactive', cascade)}
      onDone={() => {
        tellDone(cascade ? t.cascaded : t.statusSaved);
        setCascade(false);
        renew('verticals', 'campaigns', 'offers', 'contracts');
      }}
    />
  );
}

interface CascadeChoiceProps {
  readonly verticalId: string;
  readonly cascade: boolean;
  readonly onChange: (cascade: boolean) => void;
}

/** What is at work now, and whether it is to be switched off too. */
function CascadeChoice({ verticalId, cascade, onChange }: CascadeChoiceProps) {
  const { data, error, isFetching } = useVertical(verticalId);
  if (error) return <PageFailed error={error} />;
  if (!data || isFetching) return <Skeleton height={44} />;
  const working = listOfWorking(data.working);
  if (working === '') return <Text>{t.nothingWorks}</Text>;
  return (
    <Checkbox
      label={t.cascade(working)}
      description={t.cascadeHint}
      checked={cascade}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
