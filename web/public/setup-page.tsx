import { Button, PasswordInput, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { EnrolFactor } from './enrol-factor.tsx';
import { Fault } from './fault.tsx';
import { faultAt } from '../ui/fault-at.ts';
import { useLinkToken } from './link-token.ts';
import { PublicFrame } from './public-frame.tsx';
import { SecondFactor } from './second-factor.tsx';
import { goIn, type SignInState } from './sign-in-state.ts';
import { usePublicTexts } from './use-public-texts.ts';

/** Takes an invitation up: a password, then a second factor where the role needs one. */
export default function SetupPage() {
  const [t] = usePublicTexts();
  const token = useLinkToken();
  const [state, setState] = useState<SignInState>();
  const link = useQuery({
    queryKey: ['setup', token],
    queryFn: () => answerOf(api.GET('/api/v1/setup/{token}', { params: { path: { token } } })),
    enabled: token !== '',
    staleTime: Infinity,
    gcTime: 0,
  });
  const onState = (next: SignInState): void => (next.status === 'signed_in' ? goIn() : setState(next));
  if (state?.status === 'enrolment_required')
    return (
      <PublicFrame title={t.enrolTitle} text={t.enrolText}>
        <EnrolFactor onDone={goIn} />
      </PublicFrame>
    );
  if (state?.status === 'second_factor_required')
    return (
      <PublicFrame title={t.factorTitle} text={t.factorText}>
        <SecondFactor methods={state.methods} onState={onState} onBack={() => globalThis.location.assign('/sign-in')} />
      </PublicFrame>
    );
  const found = link.data?.data;
  const title = found ? t.invitationTitle(found.organization) : t.createAccount;
  return (
    <PublicFrame title={title} text={found ? t.invitationText(found.email) : undefined}>
      <Fault error={link.error} texts={t} />
      {token === '' ? <Text>{t.linkLost}</Text> : null}
      {link.isLoading ? <Skeleton h={120} aria-busy="true" /> : null}
      {found ? <PasswordChoice token={token} onState={onState} /> : null}
    </PublicFrame>
  );
}

interface PasswordChoiceProps {
  readonly token: string;
  readonly onState: (state: SignInState) => void;
}

function PasswordChoice({ token, onState }: PasswordChoiceProps) {
  const [t] = usePublicTexts();
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/setup/{token}', { params: { path: { token } }, body: { password } })),
    onSuccess: ({ data }) => onState(data),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Fault error={accept.error} texts={t} at={['password']} />
        <PasswordInput
          label={t.newPassword}
          description={t.newPasswordHint}
          autoComplete="new-password"
          autoFocus
          required
          value={password}
          error={faultAt(accept.error, 'password')}
          errorProps={{ role: 'alert' }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={accept.isPending}>
          {t.createAccount}
        </Button>
      </Stack>
    </form>
  );
}
