import { Alert } from '@mantine/core';
import { useState } from 'react';
import { usePageSearch } from '../frame/page-search.ts';
import { EnrolFactor } from './enrol-factor.tsx';
import { PasswordStep } from './password-step.tsx';
import { PublicFrame } from './public-frame.tsx';
import { SecondFactor } from './second-factor.tsx';
import { goIn, type SignInState } from './sign-in-state.ts';
import { usePublicTexts } from './use-public-texts.ts';

/** The door: password, second factor, or the set-up of one. */
export default function SignInPage() {
  const [t] = usePublicTexts();
  const [search] = usePageSearch();
  const [state, setState] = useState<SignInState>();
  const onState = (next: SignInState): void => {
    if (next.status === 'signed_in') goIn(search['back']);
    else setState(next);
  };
  if (state?.status === 'second_factor_required')
    return (
      <PublicFrame title={t.factorTitle} text={t.factorText}>
        <SecondFactor methods={state.methods} onState={onState} onBack={() => setState(undefined)} />
      </PublicFrame>
    );
  if (state?.status === 'enrolment_required')
    return (
      <PublicFrame title={t.enrolTitle} text={t.enrolText}>
        <EnrolFactor onDone={() => goIn(search['back'])} />
      </PublicFrame>
    );
  return (
    <PublicFrame title={t.signInTitle}>
      {search['ended'] ? (
        <Alert variant="light" c="var(--mantine-color-text)" role="status">
          {t.ended}
        </Alert>
      ) : null}
      {search['renewed'] ? (
        <Alert variant="light" color="green" role="status">
          {t.resetDone}
        </Alert>
      ) : null}
      <PasswordStep onState={onState} />
    </PublicFrame>
  );
}
