import { PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { contractTexts as t } from '../../texts/contracts.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { FormPart } from '../../ui/form/form-part.tsx';
import type { ContractPart } from './contract-part.ts';
import type { AuthType } from './contract-values.ts';

const AUTH_TYPES = Object.entries(t.authTypes).map(([value, label]) => ({ value, label }));

const CREDENTIALS: Readonly<Record<AuthType, readonly ('username' | 'password' | 'token' | 'headerName')[]>> = {
  none: [],
  basic: ['username', 'password'],
  bearer: ['token'],
  api_key: ['headerName', 'token'],
};

type FormOnly = Pick<ContractPart, 'form'>;

/** Where leads go, and what the place asks for. */
export const DeliveryPart = ({ form, isKept }: FormOnly & { readonly isKept: boolean }) => (
  <FormPart title={t.where} text={t.whereText}>
    <TextInput
      label={t.deliveryUrl}
      description={t.deliveryUrlHint}
      type="url"
      maxLength={2048}
      autoComplete="off"
      {...form.getInputProps('deliveryUrl')}
    />
    <TextInput
      label={t.timeout}
      description={t.timeoutHint}
      inputMode="numeric"
      required
      {...form.getInputProps('timeout')}
    />
    <Choice label={t.authType} data={AUTH_TYPES} {...form.getInputProps('authType')} />
    <Credentials form={form} isKept={isKept} />
  </FormPart>
);

function Credentials({ form, isKept }: FormOnly & { readonly isKept: boolean }) {
  const asked = CREDENTIALS[form.values.authType];
  if (asked.length === 0) return null;
  return (
    <>
      <Text size="sm" c="dimmed">
        {isKept ? t.credentialsKept : t.credentialsNew}
      </Text>
      {asked.map((name) =>
        name === 'username' || name === 'headerName' ? (
          <TextInput
            key={name}
            label={t[name]}
            {...(name === 'headerName' ? { description: t.headerNameHint } : {})}
            autoComplete="off"
            {...form.getInputProps(name)}
          />
        ) : (
          <PasswordInput key={name} label={t[name]} autoComplete="new-password" {...form.getInputProps(name)} />
        ),
      )}
    </>
  );
}

/** What to do when nobody knows whether the buyer has the lead. */
export const UnclearPart = ({ form }: FormOnly) => (
  <FormPart title={t.unclear} text={t.unclearText}>
    <Radio.Group label={t.uncertainPolicy} {...form.getInputProps('uncertainPolicy')}>
      <Stack gap="xs" mt={4}>
        <Radio value="resend" label={t.policies.resend} description={t.policyHints.resend} />
        <Radio value="hold" label={t.policies.hold} description={t.policyHints.hold} />
      </Stack>
    </Radio.Group>
  </FormPart>
);
