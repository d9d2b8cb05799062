import { Anchor, Stack } from '@mantine/core';
import { answerOf, api } from '../frame/api.ts';
import { FactorForm, type Proof } from './factor-form.tsx';
import type { SignInState } from './sign-in-state.ts';
import { usePublicTexts } from './use-public-texts.ts';

interface SecondFactorProps {
  readonly methods: readonly string[];
  readonly onState: (state: SignInState) => void;
  readonly onBack: () => void;
}

const show = (proof: Proof) => answerOf(api.POST('/api/v1/auth/second-factor', { body: proof as never }));

/** The second step of a sign-in. */
export function SecondFactor({ methods, onState, onBack }: SecondFactorProps) {
  const [t] = usePublicTexts();
  return (
    <Stack>
      <FactorForm methods={methods} submitLabel={t.continue} send={show} onDone={({ data }) => onState(data)} />
      <Anchor component="button" type="button" ta="start" fz="sm" onClick={onBack}>
        {t.startOver}
      </Anchor>
    </Stack>
  );
}
