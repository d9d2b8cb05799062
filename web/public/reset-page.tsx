import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { Fault } from './fault.tsx';
import { faultAt } from '../ui/fault-at.ts';
import { PublicFrame } from './public-frame.tsx';
import { usePublicTexts } from './use-public-texts.ts';

const ask = (email: string) => answerOf(api.POST('/api/v1/auth/password-reset', { body: { email } }));

/** Asks for a link by mail. What it says is the same whether there is an account or not. */
export default function ResetPage() {
  const [t] = usePublicTexts();
  const [email, setEmail] = useState('');
  const [missing, setMissing] = useState(false);
  const asked = useMutation({ mutationFn: ask });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setMissing(email.trim() === '');
    if (email.trim() !== '') asked.mutate(email.trim());
  };
  return (
    <PublicFrame title={t.resetTitle} text={t.resetText}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Fault error={asked.error} texts={t} at={['email']} />
          {asked.isSuccess ? (
            <Alert color="green" variant="light" role="status">
              {t.resetSent}
            </Alert>
          ) : null}
          <TextInput
            label={t.email}
            type="email"
            autoComplete="username"
            autoFocus
            value={email}
            error={missing ? t.required : faultAt(asked.error, 'email')}
            errorProps={{ role: 'alert' }}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" loading={asked.isPending}>
            {t.sendLink}
          </Button>
          <Anchor component={Link} to="/sign-in" fz="sm">
            {t.toSignIn}
          </Anchor>
        </Stack>
      </form>
    </PublicFrame>
  );
}
