import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FactorForm, type Method, type Proof } from '../public/factor-form.tsx';
import { publicTexts } from '../texts/public.ts';
import { frameTexts as t } from '../texts/frame.ts';
import { answerOf, api } from './api.ts';
import { PageFailed, PageLoading } from './page-states.tsx';
import { StepUpByPassword } from './step-up-by-password.tsx';

interface StepUpProps {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const stepUp = (proof: Proof) => answerOf(api.POST('/api/v1/auth/step-up', { body: proof as never }));

const readFactors = async () => (await answerOf(api.GET('/api/v1/auth/factors'))).data;

type Factors = Awaited<ReturnType<typeof readFactors>>;

const methodsOf = ({ passkeys, totp, recoveryCodesLeft }: Factors): Method[] => [
  ...(passkeys.some((passkey) => !passkey.blocked) ? (['passkey'] as const) : []),
  ...(totp ? (['totp'] as const) : []),
  ...(recoveryCodesLeft > 0 ? (['recovery_code'] as const) : []),
];

const TEXTS = { passkey: t.stepUpByPasskey, totp: t.stepUpByCode, recovery_code: t.stepUpByRecovery } as const;

/** Asks who it is again, before what is dangerous: by a second factor, or by the password of who has none. */
export function StepUpDialog({ onDone, onCancel }: StepUpProps) {
  const factors = useQuery({ queryKey: ['factors'], queryFn: readFactors, staleTime: 0 });
  return (
    <Modal opened onClose={onCancel} title={t.stepUpTitle}>
      {factors.isPending ? <PageLoading /> : null}
      {factors.isError ? <PageFailed error={factors.error} onRetry={() => factors.refetch()} /> : null}
      {factors.data ? <Ways methods={methodsOf(factors.data)} onDone={onDone} /> : null}
    </Modal>
  );
}

function Ways({ methods, onDone }: { readonly methods: readonly Method[]; readonly onDone: () => void }) {
  if (methods.length === 0)
    return (
      <Stack>
        <Text>{t.stepUpByPassword}</Text>
        <StepUpByPassword onDone={onDone} />
      </Stack>
    );
  return <FactorForm methods={methods} texts={TEXTS} submitLabel={publicTexts.stepUp} send={stepUp} onDone={onDone} />;
}
