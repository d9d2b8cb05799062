import { Button, Stack, TextInput } from '@mantine/core';
import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { EnrolApp } from './enrol-app.tsx';
import { Fault } from './fault.tsx';
import { faultAt } from '../ui/fault-at.ts';
import { makePasskey } from './passkeys.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { usePublicTexts } from './use-public-texts.ts';

/** Sets a second factor up, and shows the recovery codes that come with the first. */
export function EnrolFactor({ onDone }: { readonly onDone: () => void }) {
  const [way, setWay] = useState<'app' | 'passkey'>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [t] = usePublicTexts();
  const take = (recoveryCodes: readonly string[]): void => {
    if (recoveryCodes.length > 0) setCodes(recoveryCodes);
    else onDone();
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (way === 'app') return <EnrolApp onCodes={take} />;
  if (way === 'passkey') return <EnrolPasskey onCodes={take} />;
  return (
    <Stack>
      <Button leftSection={<IconFingerprint size={18} aria-hidden />} onClick={() => setWay('passkey')}>
        {t.makePasskey}
      </Button>
      <Button variant="default" leftSection={<IconDeviceMobile size={18} aria-hidden />} onClick={() => setWay('app')}>
        {t.makeApp}
      </Button>
    </Stack>
  );
}

/** A passkey of this device, with a name. */
export function EnrolPasskey({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) {
  const [t] = usePublicTexts();
  const [name, setName] = useState('');
  const make = useMutation({ mutationFn: makePasskey, onSuccess: ({ data }) => onCodes(data.recoveryCodes) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate(name.trim() === '' ? 'Passkey' : name.trim());
      }}
    >
      <Stack>
        <Fault error={make.error} texts={t} at={['name']} />
        <TextInput
          label={t.passkeyName}
          description={t.passkeyNameHint}
          maxLength={60}
          autoFocus
          value={name}
          error={faultAt(make.error, 'name')}
          errorProps={{ role: 'alert' }}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={make.isPending} leftSection={<IconFingerprint size={18} aria-hidden />}>
          {t.makePasskey}
        </Button>
      </Stack>
    </form>
  );
}
