import { Button } from '@mantine/core';
import { answerOf, api } from '../frame/api.ts';
import { accountTexts as t } from '../texts/account.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { Status } from '../ui/status.tsx';
import { FactorRow } from './factor-row.tsx';
import { useAccountChanged } from './use-factors.ts';

const remove = () => answerOf(api.DELETE('/api/v1/auth/totp'));

interface AppFactorProps {
  readonly isSet: boolean;
  readonly onSetUp: () => void;
}

/** The authenticator app: set up, or removed. */
export function AppFactor({ isSet, onSetUp }: AppFactorProps) {
  const changed = useAccountChanged();
  return (
    <FactorRow
      title={t.app}
      state={<Status value="app" label={isSet ? t.appSet : t.appNotSet} tone={isSet ? 'good' : 'none'} />}
      action={
        isSet ? (
          <ConfirmAct
            label={t.removeApp}
            effect={t.removeAppEffect}
            act={remove}
            onDone={() => changed(t.appRemoved)}
          />
        ) : (
          <Button variant="default" onClick={onSetUp}>
            {t.setUpApp}
          </Button>
        )
      }
    />
  );
}
