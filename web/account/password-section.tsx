import { PasswordInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answerOf, api } from '../frame/api.ts';
import { accountTexts as t } from '../texts/account.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Section } from '../ui/page.tsx';
import { useAccountChanged } from './use-factors.ts';

const NONE = { currentPassword: '', newPassword: '' };
const needed = (value: string): string | null => (value === '' ? t.needed : null);

type PasswordWish = typeof NONE;

const change = (body: PasswordWish) => answerOf(api.POST('/api/v1/auth/password', { body }));

/** Another password. */
export function PasswordSection() {
  const changed = useAccountChanged();
  const form = useForm({ initialValues: NONE, validate: { currentPassword: needed, newPassword: needed } });
  return (
    <Section title={t.password}>
      <SaveForm
        form={form}
        label={t.changePassword}
        save={change}
        onSaved={() => {
          form.setInitialValues(NONE);
          form.reset();
          changed(t.passwordChanged);
        }}
      >
        <PasswordInput
          label={t.currentPassword}
          autoComplete="current-password"
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label={t.newPassword}
          description={t.newPasswordHint}
          autoComplete="new-password"
          {...form.getInputProps('newPassword')}
        />
        <Text size="sm" c="dimmed">
          {t.passwordEffect}
        </Text>
      </SaveForm>
    </Section>
  );
}
