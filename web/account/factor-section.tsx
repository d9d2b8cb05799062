import { Divider, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { EnrolApp } from '../public/enrol-app.tsx';
import { EnrolPasskey } from '../public/enrol-factor.tsx';
import { RecoveryCodes } from '../public/recovery-codes.tsx';
import { accountTexts as t } from '../texts/account.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/page.tsx';
import { AppFactor } from './app-factor.tsx';
import { PasskeyFactors } from './passkey-factors.tsx';
import { RecoveryFactor } from './recovery-factor.tsx';
import { useAccountChanged, useFactors } from './use-factors.ts';

/** What is being set up; `codes` are the recovery codes that came with it. */
type Setting = { readonly what: 'app' | 'passkey' } | { readonly what: 'codes'; readonly codes: readonly string[] };

/** Everything that proves who one is, beside the password. */
export function FactorSection() {
  const factors = useFactors();
  const changed = useAccountChanged();
  const [setting, setSetting] = useState<Setting>();
  const take = (said: string) => (codes: readonly string[]) => {
    changed(said);
    setSetting(codes.length > 0 ? { what: 'codes', codes } : undefined);
  };
  return (
    <Section title={t.factors}>
      <Text c="dimmed">{t.factorsText}</Text>
      <Loaded query={factors}>
        {({ data: found }) => (
          <Stack gap="md">
            <AppFactor isSet={found.totp} onSetUp={() => setSetting({ what: 'app' })} />
            <Divider />
            <PasskeyFactors passkeys={found.passkeys} onAdd={() => setSetting({ what: 'passkey' })} />
            <Divider />
            <RecoveryFactor
              left={found.recoveryCodesLeft}
              hasFactor={found.totp || found.passkeys.length > 0}
              onCodes={(codes) => setSetting({ what: 'codes', codes })}
            />
          </Stack>
        )}
      </Loaded>
      {setting ? <SettingUp setting={setting} take={take} onClose={() => setSetting(undefined)} /> : null}
    </Section>
  );
}

interface SettingUpProps {
  readonly setting: Setting;
  readonly take: (said: string) => (codes: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The dialog; recovery codes leave it only by the button that says that they were kept. */
function SettingUp({ setting, take, onClose }: SettingUpProps) {
  if (setting.what === 'codes')
    return (
      <Modal
        opened
        onClose={onClose}
        title={t.recovery}
        withCloseButton={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
      >
        <RecoveryCodes codes={setting.codes} onKept={onClose} />
      </Modal>
    );
  if (setting.what === 'app')
    return (
      <Modal opened onClose={onClose} title={t.setUpApp}>
        <EnrolApp onCodes={take(t.appAdded)} />
      </Modal>
    );
  return (
    <Modal opened onClose={onClose} title={t.addPasskey}>
      <EnrolPasskey onCodes={take(t.passkeyAdded)} />
    </Modal>
  );
}
