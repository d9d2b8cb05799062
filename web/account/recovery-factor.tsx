import { Text } from '@mantine/core';
import { answerOf, api } from '../frame/api.ts';
import { accountTexts as t } from '../texts/account.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { FactorRow } from './factor-row.tsx';
import { useAccountChanged } from './use-factors.ts';

interface RecoveryFactorProps {
  readonly left: number;
  readonly hasFactor: boolean;
  readonly onCodes: (codes: readonly string[]) => void;
}

/** How many recovery codes are left, and new ones. */
export function RecoveryFactor({ left, hasFactor, onCodes }: RecoveryFactorProps) {
  const changed = useAccountChanged();
  const renew = async (): Promise<void> => {
    const { data } = await answerOf(api.POST('/api/v1/auth/recovery-codes'));
    changed(t.renewed);
    onCodes(data.recoveryCodes);
  };
  const state = hasFactor ? (left === 0 ? t.recoveryNone : t.recoveryLeft(left)) : t.recoveryLater;
  return (
    <FactorRow
      title={t.recovery}
      state={<Text c="dimmed">{state}</Text>}
      action={hasFactor ? <ConfirmAct label={t.renew} effect={t.renewEffect} act={renew} /> : null}
    />
  );
}
