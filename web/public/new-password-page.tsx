import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { Fault } from './fault.tsx';
import { faultAt } from '../ui/fault-at.ts';
import { useLinkToken } from './link-token.ts';
import { PublicFrame } from './public-frame.tsx';
import { usePublicTexts } from './use-public-texts.ts';

/** Chooses a new password by a mailed link. */
export default function NewPasswordPage() {
  const [t] = usePublicTexts();
  const token = useLinkToken();
  const [password, setPassword] = useState('');
  const set = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/auth/password-reset/complete', { body: { token, password } })),
    onSuccess: () => globalThis.location.assign('/sign-in?renewed=1'),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    set.mutate();
  };
  return (
    <PublicFrame title={t.chooseTitle}>
      <form onSubmit={submit}>
        <Stack>
          <Fault error={set.error} texts={t} at={['password']} />
          <PasswordInput
            label={t.newPassword}
            description={t.newPasswordHint}
            autoComplete="new-password"
            autoFocus
            required
            value={password}
            error={faultAt(set.error, 'password')}
            errorProps={{ role: 'alert' }}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={set.isPending}>
            {t.choose}
          </Button>
        </Stack>
      </form>
    </PublicFrame>
  );
}
