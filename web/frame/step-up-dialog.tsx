import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FactorForm, type Proof } from '../public/factor-form.tsx';
import { publicTexts } from '../texts/public.ts';
import { frameTexts as t } from '../texts/frame.ts';
import { answerOf, api } from './api.ts';
import { PageLoading } from './page-states.tsx';
import { StepUpByPassword } from './step-up-by-password.tsx';

interface StepUpProps {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const stepUp = (proof: Proof) => answerOf(api.POST('/api/v1/auth/step-up', { body: proof as never }));

/** Asks for the second factor again, before what is dangerous; who has none shows the password. */
export function StepUpDialog({ onDone, onCancel }: StepUpProps) {
  const factors = useQuery({
    queryKey: ['factors'],
    queryFn: () => answerOf(api.GET('/api/v1/auth/factors')),
    staleTime: 0,
  });
  const { totp, passkeys, recoveryCodesLeft } = factors.data?.data ?? {
    totp: false,
    passkeys: [],
    recoveryCodesLeft: 0,
  };
  const usable = passkeys.filter((passkey) => !passkey.blocked);
  const methods = [
    ...(usable.length > 0 ? ['passkey'] : []),
    ...(totp ? ['totp'] : []),
    ...(recoveryCodesLeft > 0 ? ['recovery_code'] : []),
  ];
  return (
    <Modal opened onClose={onCancel} title={t.stepUpTitle}>
      <Stack>
        <Text>{t.stepUpText}</Text>
        {factors.isPending ? <PageLoading /> : null}
        {factors.data && methods.length > 0 ? (
          <FactorForm methods={methods} submitLabel={publicTexts.stepUp} send={stepUp} onDone={onDone} />
        ) : null}
        {factors.data && methods.length === 0 ? <StepUpByPassword onDone={onDone} /> : null}
      </Stack>
    </Modal>
  );
}
