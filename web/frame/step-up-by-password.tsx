import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Fault } from '../public/fault.tsx';
import { faultAt } from '../ui/fault-at.ts';
import { publicTexts } from '../texts/public.ts';
import { answerOf, api } from './api.ts';

/** For who has no second factor: the password again. */
export function StepUpByPassword({ onDone }: { readonly onDone: () => void }) {
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const show = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/auth/step-up', { body: { password } })),
    onSuccess: onDone,
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setMissing(password === '');
    if (password !== '') show.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Fault error={show.error} texts={publicTexts} at={['password']} />
        <PasswordInput
          label={publicTexts.password}
          autoComplete="current-password"
          data-autofocus
          value={password}
          error={missing ? publicTexts.required : faultAt(show.error, 'password')}
          errorProps={{ role: 'alert' }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={show.isPending}>
          {publicTexts.stepUp}
        </Button>
      </Stack>
    </form>
  );
}
