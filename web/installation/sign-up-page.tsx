import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import type { Ok } from '../frame/ok.ts';
import { installationTexts as t } from '../texts/installation.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page, Section } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';

type SignUp = Ok<'/api/superadmin/settings/signup', 'get'>['data'];

type SignUpValues = {
  readonly enabled: boolean;
  readonly approvalMode: SignUp['approvalMode'];
  readonly requireTerms: boolean;
  readonly termsUrl: string;
};

/** Whether strangers may make an organization. */
export default function SignUpPage() {
  const found = useQuery({
    queryKey: ['sign-up', 'one'],
    queryFn: async () => (await answerOf(api.GET('/api/superadmin/settings/signup'))).data,
  });
  return (
    <Page title={t.signUp} state={t.signUpState}>
      <Section>
        <Loaded query={found}>{(settings) => <SignUpForm settings={settings} />}</Loaded>
      </Section>
    </Page>
  );
}

const save = ({ termsUrl, ...values }: SignUpValues) => {
  const body = { ...values, termsUrl: termsUrl.trim() === '' ? null : termsUrl.trim() };
  return answerOf(api.PUT('/api/superadmin/settings/signup', { body }));
};

function SignUpForm({ settings }: { readonly settings: SignUp }) {
  const renew = useRenew();
  const form = useForm<SignUpValues>({ initialValues: { ...settings, termsUrl: settings.termsUrl ?? '' } });
  const say = (mode: string): string => (mode === 'auto' ? t.auto : t.manual);
  return (
    <SaveForm
      form={form}
      save={save}
      summary={{
        words: {
          enabled: t.enabled,
          approvalMode: { label: t.approvalMode, say },
          requireTerms: t.requireTerms,
          termsUrl: t.termsUrl,
        },
      }}
      onSaved={() => {
        tellDone(t.saved);
        renew('sign-up');
      }}
    >
      <Checkbox
        label={t.enabled}
        description={t.enabledHint}
        {...form.getInputProps('enabled', { type: 'checkbox' })}
      />
      <Radio.Group label={t.approvalMode} {...form.getInputProps('approvalMode')}>
        <Stack gap="xs" mt={4}>
          <Radio value="manual" label={t.manual} />
          <Radio value="auto" label={t.auto} />
        </Stack>
      </Radio.Group>
      <Checkbox label={t.requireTerms} {...form.getInputProps('requireTerms', { type: 'checkbox' })} />
      <TextInput label={t.termsUrl} description={t.termsHint} type="url" {...form.getInputProps('termsUrl')} />
    </SaveForm>
  );
}
