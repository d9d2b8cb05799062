import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Fault } from './fault.tsx';
import { faultAt } from '../ui/fault-at.ts';
import { showPasskey } from './passkeys.ts';
import { usePublicTexts } from './use-public-texts.ts';

/** What somebody shows to prove who they are. */
export type Proof =
  | { readonly code: string }
  | { readonly recoveryCode: string }
  | { readonly passkey: Awaited<ReturnType<typeof showPasskey>> };

/** A way to prove it, as the API names it. */
export type Method = 'totp' | 'passkey' | 'recovery_code';

const isMethod = (name: string): name is Method => ['totp', 'passkey', 'recovery_code'].includes(name);

interface FactorFormProps<T> {
  /** The ways that are open, as the API names them; the first one is offered first. */
  readonly methods: readonly string[];
  /** What is asked for, way by way. */
  readonly texts?: Readonly<Record<Method, string>>;
  readonly submitLabel: string;
  readonly send: (proof: Proof) => Promise<T>;
  readonly onDone: (answer: T) => void;
}

/** One way to show a second factor at a time, and a step to each of the others. */
export function FactorForm<T>({ methods, texts, submitLabel, send, onDone }: FactorFormProps<T>) {
  const [t] = usePublicTexts();
  const open = methods.filter(isMethod);
  const [method, setMethod] = useState<Method>(open.includes('passkey') ? 'passkey' : (open[0] ?? 'totp'));
  const show = useMutation({ mutationFn: send, onSuccess: onDone });
  const byPasskey = useMutation({
    mutationFn: async () => send({ passkey: await showPasskey() }),
    onSuccess: onDone,
  });
  const choose = (other: Method): void => {
    show.reset();
    byPasskey.reset();
    setMethod(other);
  };
  return (
    <Stack>
      {texts ? <Text>{texts[method]}</Text> : null}
      <Fault error={show.error ?? byPasskey.error} texts={t} at={CODE_FIELDS} />
      {method === 'passkey' ? (
        <Button
          leftSection={<IconFingerprint size={18} aria-hidden />}
          loading={byPasskey.isPending}
          onClick={() => byPasskey.mutate()}
          data-autofocus
        >
          {t.usePasskey}
        </Button>
      ) : (
        <CodeForm
          key={method}
          kind={method}
          label={submitLabel}
          busy={show.isPending}
          refused={show.error}
          onCode={show.mutate}
        />
      )}
      <OtherWays methods={open.filter((other) => other !== method)} onChoose={choose} />
    </Stack>
  );
}

interface OtherWaysProps {
  readonly methods: readonly Method[];
  readonly onChoose: (method: Method) => void;
}

function OtherWays({ methods, onChoose }: OtherWaysProps) {
  const [t] = usePublicTexts();
  const labels = { totp: t.useCode, passkey: t.usePasskey, recovery_code: t.useRecovery };
  return methods.map((other) => (
    <Anchor key={other} component="button" type="button" ta="start" fz="sm" onClick={() => onChoose(other)}>
      {labels[other]}
    </Anchor>
  ));
}

/** The fields that a code form says the faults of. */
export const CODE_FIELDS = ['code', 'recoveryCode'] as const;

interface CodeFormProps {
  readonly kind: 'totp' | 'recovery_code';
  readonly label: string;
  readonly busy: boolean;
  /** Why the last one was not taken. */
  readonly refused: unknown;
  readonly onCode: (proof: Proof) => void;
}

export function CodeForm({ kind, label, busy, refused, onCode }: CodeFormProps) {
  const [t] = usePublicTexts();
  const [value, setValue] = useState('');
  const [missing, setMissing] = useState(false);
  const isApp = kind === 'totp';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = value.trim();
    setMissing(text === '');
    if (text !== '') onCode(isApp ? { code: text.replaceAll(/\s/g, '') } : { recoveryCode: text });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={isApp ? t.codeLabel : t.recoveryLabel}
          description={isApp ? t.codeHint : t.recoveryHint}
          inputMode={isApp ? 'numeric' : 'text'}
          autoComplete={isApp ? 'one-time-code' : 'off'}
          className="figures"
          autoFocus
          data-autofocus
          value={value}
          error={missing ? t.required : faultAt(refused, isApp ? 'code' : 'recoveryCode')}
          errorProps={{ role: 'alert' }}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          {label}
        </Button>
      </Stack>
    </form>
  );
}
