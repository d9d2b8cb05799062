import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { PageFailed } from '../frame/page-states.tsx';
import { campaignTexts as t } from '../texts/campaigns.ts';
import { furnitureTexts } from '../texts/furniture.ts';
import { Choice } from '../ui/form/choice.tsx';

interface RotateKeyProps {
  readonly keyId: string;
  readonly onKey: (key: string) => void;
  readonly onClose: () => void;
}

/** A new key in the place of another one, which works on for a while. */
export function RotateKey({ keyId, onKey, onClose }: RotateKeyProps) {
  const [hours, setHours] = useState('24');
  const params = { path: { keyId } };
  const rotating = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/auth/api-keys/{keyId}/rotate', { params, body: { overlapHours: Number(hours) } })),
    onSuccess: ({ data }) => onKey(data.key),
  });
  return (
    <Modal opened onClose={onClose} title={t.rotateTitle}>
      <Stack>
        <Text>{t.rotateText}</Text>
        {rotating.isError ? <PageFailed error={rotating.error} /> : null}
        <Choice label={t.overlap} data={t.overlaps} value={hours} onChange={setHours} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {furnitureTexts.cancel}
          </Button>
          <Button loading={rotating.isPending} onClick={() => rotating.mutate()}>
            {t.rotateKey}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
