import { Checkbox, Stack, TextInput, Textarea } from '@mantine/core';
import { usePerson } from '../frame/session.tsx';
import { keyTexts as t, SCOPE_WORDS } from '../texts/keys.ts';
import { FormPart } from '../ui/form/form-part.tsx';
import type { KeyFormState } from './key-form.ts';
import { ALLOWED_SCOPES, USUAL_LIMITS } from './key-types.ts';

interface KeyFieldsProps {
  readonly form: KeyFormState;
  /** Personal data is given when a key is made, and not afterwards. */
  readonly isNew: boolean;
}

/** What a key may do, and what bounds it. */
export const KeyFields = ({ form, isNew }: KeyFieldsProps) => (
  <>
    <FormPart title={t.whatMay}>
      <Scopes form={form} />
      <Checkbox
        label={t.readOnly}
        description={t.readOnlyHint}
        {...form.getInputProps('readOnly', { type: 'checkbox' })}
      />
      {isNew ? <PiiAccess form={form} /> : null}
    </FormPart>
    <FormPart title={t.whatBounds}>
      <Textarea
        label={t.networks}
        description={t.networksHint}
        autosize
        minRows={2}
        {...form.getInputProps('allowedCidrs')}
      />
      <TextInput
        label={t.expires}
        description={form.values.kind === 'admin' ? t.expiresAdminHint : t.expiresHint}
        type="date"
        {...form.getInputProps('expiresAt')}
      />
      <TextInput
        label={t.limit}
        description={t.limitHint(USUAL_LIMITS[form.values.kind])}
        inputMode="numeric"
        className="figures"
        {...form.getInputProps('rateLimitPerMinute')}
      />
    </FormPart>
  </>
);

function Scopes({ form }: Pick<KeyFieldsProps, 'form'>) {
  const offered = ALLOWED_SCOPES[form.values.kind];
  if (offered.length === 1) return null;
  return (
    <Checkbox.Group label={t.scopes} {...form.getInputProps('scopes')}>
      <Stack gap="xs" mt={4}>
        {offered.map((scope) => (
          <Checkbox key={scope} value={scope} label={SCOPE_WORDS[scope].label} description={SCOPE_WORDS[scope].text} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function PiiAccess({ form }: Pick<KeyFieldsProps, 'form'>) {
  const { piiAccess } = usePerson();
  return (
    <Checkbox
      label={t.piiAccess}
      description={piiAccess ? t.piiHint : t.piiLacking}
      disabled={!piiAccess}
      {...form.getInputProps('piiAccess', { type: 'checkbox' })}
    />
  );
}
