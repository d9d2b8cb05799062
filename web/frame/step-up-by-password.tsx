import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Fault } from '../public/fault.tsx';
import { publicTexts } from '../texts/public.ts';
import { answerOf, api } from './api.ts';

/** For who has no second factor: the password again. */
export function StepUpByPassword({ onDone }: { readonly onDone: () => void }) {
  const [password, setPassword] = useState('');
  const show = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/auth/step-up', { body: { password } })),
    onSuccess: onDone,
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    show.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Fault error={show.error} texts={publicTexts} />
        <PasswordInput
          label={publicTexts.password}
          autoComplete="current-password"
          required
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={show.isPending}>
          {publicTexts.stepUp}
        </Button>
      </Stack>
    </form>
  );
}
