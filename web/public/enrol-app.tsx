import { Center, Code, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { CODE_FIELDS, CodeForm } from './factor-form.tsx';
import { Fault } from './fault.tsx';
import { QrCode } from './qr-code.tsx';
import { usePublicTexts } from './use-public-texts.ts';

const confirm = (code: string) => answerOf(api.POST('/api/v1/auth/totp/confirm', { body: { code } }));

/** An authenticator app: scan, then prove that it works. */
export function EnrolApp({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) {
  const [t] = usePublicTexts();
  const offer = useQuery({
    queryKey: ['totp-offer'],
    queryFn: () => answerOf(api.POST('/api/v1/auth/totp', { body: {} as never })),
    staleTime: Infinity,
    gcTime: 0,
  });
  const proven = useMutation({ mutationFn: confirm, onSuccess: ({ data }) => onCodes(data.recoveryCodes) });
  return (
    <Stack>
      <Fault error={offer.error ?? proven.error} texts={t} at={CODE_FIELDS} />
      <Text>{t.scanText}</Text>
      <Center>
        {offer.data ? <QrCode text={offer.data.data.otpauthUrl} label={t.qrLabel} /> : <Skeleton h={196} w={196} />}
      </Center>
      <Text size="sm">{t.cannotScan}</Text>
      <Code block tabIndex={0} aria-label={t.cannotScan}>
        {offer.data?.data.secret.replaceAll(/(.{4})(?=.)/g, '$1 ') ?? ' '}
      </Code>
      <CodeForm
        kind="totp"
        label={t.continue}
        busy={proven.isPending}
        refused={proven.error}
        onCode={(proof) => {
          if ('code' in proof) proven.mutate(proof.code);
        }}
      />
    </Stack>
  );
}
