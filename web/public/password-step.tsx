import { Anchor, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { Fault } from './fault.tsx';
import { signInByPasskey } from './passkeys.ts';
import type { SignInState } from './sign-in-state.ts';
import { usePublicTexts } from './use-public-texts.ts';

interface Wish {
  readonly email: string;
  readonly password: string;
  readonly organization: string;
}

const signIn = ({ email, password, organization }: Wish) =>
  answerOf(
    api.POST('/api/v1/auth/sign-in', {
      body: { email: email.trim(), password, ...(organization === '' ? {} : { organization: organization.trim() }) },
    }),
  );

/** E-mail address and password, or a passkey alone. */
export function PasswordStep({ onState }: { readonly onState: (state: SignInState) => void }) {
  const [t] = usePublicTexts();
  const byPassword = useMutation({ mutationFn: signIn, onSuccess: ({ data }) => onState(data) });
  const byPasskey = useMutation({ mutationFn: signInByPasskey, onSuccess: ({ data }) => onState(data) });
  return (
    <Stack>
      <Fault error={byPassword.error ?? byPasskey.error} texts={t} />
      <PasswordForm
        busy={byPassword.isPending}
        onWish={(wish) => {
          byPasskey.reset();
          byPassword.mutate(wish);
        }}
      />
      <Divider label={t.or} />
      <Button
        variant="default"
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={byPasskey.isPending}
        onClick={() => {
          byPassword.reset();
          byPasskey.mutate();
        }}
      >
        {t.signInByPasskey}
      </Button>
      <Anchor component={Link} to="/reset" fz="sm">
        {t.forgotten}
      </Anchor>
    </Stack>
  );
}

function PasswordForm({ busy, onWish }: { readonly busy: boolean; readonly onWish: (wish: Wish) => void }) {
  const [t] = usePublicTexts();
  const [several, setSeveral] = useState(false);
  const form = useForm<Wish>({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '', organization: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t.required : null),
      password: (value) => (value === '' ? t.required : null),
    },
  });
  return (
    <form onSubmit={form.onSubmit(onWish)} noValidate>
      <Stack>
        <TextInput
          label={t.email}
          type="email"
          autoComplete="username webauthn"
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordInput label={t.password} autoComplete="current-password" {...form.getInputProps('password')} />
        {several ? (
          <TextInput label={t.organization} description={t.organizationHint} {...form.getInputProps('organization')} />
        ) : (
          <Anchor component="button" type="button" ta="start" fz="sm" onClick={() => setSeveral(true)}>
            {t.severalOrganizations}
          </Anchor>
        )}
        <Button type="submit" loading={busy}>
          {t.signIn}
        </Button>
      </Stack>
    </form>
  );
}
