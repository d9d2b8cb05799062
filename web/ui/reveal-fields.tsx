import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useCallback, useEffect, useState } from 'react';
import { PageFailed } from '../frame/page-states.tsx';
import { furnitureTexts as t } from '../texts/furniture.ts';
import { faultAt } from './fault-at.ts';
import { Facts } from './facts.tsx';
import { valueText } from './value-text.ts';
import { fieldName } from './words.ts';

type Values = Readonly<Record<string, unknown>>;

/** How masked fields are shown in clear: for a reason that is asked for, or because the person may read them anyway. */
export type RevealWay =
  | { readonly kind: 'reason'; readonly reveal: (names: readonly string[], reason: string) => Promise<Values> }
  | { readonly kind: 'plain'; readonly show: () => Promise<Values> };

interface RevealFieldsProps {
  /** Field by field, masked where it is personal. */
  readonly fields: Values;
  /** Undefined where the person may not. */
  readonly way: RevealWay | undefined;
}

const SECONDS = 60;

const MASK = '•';
const isMasked = (value: unknown): boolean => typeof value === 'string' && value.includes(MASK);

/** Masked fields. What is revealed is recorded, and masked again after a minute or when the page is left or hidden. */
export function RevealFields({ fields, way }: RevealFieldsProps) {
  const { clear, left, show, hide } = useShown();
  const masked = Object.keys(fields).filter((name) => isMasked(fields[name]));
  const isOpen = Object.keys(clear).length > 0;
  return (
    <Stack gap="sm">
      <Facts facts={Object.keys(fields).map((name) => [fieldName(name), valueText(clear[name] ?? fields[name])])} />
      {isOpen ? (
        <Group>
          <Text size="sm" role="status">
            {t.revealed(left)}
          </Text>
          <Button size="compact-sm" variant="default" leftSection={<IconEyeOff size={14} aria-hidden />} onClick={hide}>
            {t.hideNow}
          </Button>
        </Group>
      ) : way === undefined || masked.length === 0 ? null : way.kind === 'plain' ? (
        <ShowButton show={way.show} onShown={show} />
      ) : (
        <RevealButton reveal={(reason) => way.reveal(masked, reason)} onShown={show} />
      )}
    </Stack>
  );
}

interface ShowButtonProps {
  readonly show: () => Promise<Values>;
  readonly onShown: (values: Values) => void;
}

/** For who may read the fields without being asked why. */
function ShowButton({ show, onShown }: ShowButtonProps) {
  const showing = useMutation({ mutationFn: show, onSuccess: onShown, gcTime: 0 });
  return (
    <Stack gap="xs" align="flex-start">
      {showing.isError ? <PageFailed error={showing.error} /> : null}
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconEye size={16} aria-hidden />}
          loading={showing.isPending}
          onClick={() => showing.mutate()}
        >
          {t.show}
        </Button>
        <Text size="sm" c="dimmed">
          {t.showText}
        </Text>
      </Group>
    </Stack>
  );
}

interface RevealProps {
  readonly reveal: (reason: string) => Promise<Values>;
  readonly onShown: (values: Values) => void;
}

/** For who must say why. */
function RevealButton({ reveal, onShown }: RevealProps) {
  const [asking, setAsking] = useState(false);
  return (
    <Group>
      <Button variant="default" leftSection={<IconEye size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {t.reveal}
      </Button>
      {asking ? <RevealDialog reveal={reveal} onClose={() => setAsking(false)} onShown={onShown} /> : null}
    </Group>
  );
}

/** What is shown in clear now, for how many seconds yet; nothing once the window is hidden. */
function useShown() {
  const [shown, setShown] = useState<{ readonly values: Values; readonly until: number }>();
  const left = useSecondsLeft(shown?.until);
  const hide = useCallback(() => setShown(undefined), []);
  useEffect(() => {
    const hideAway = (): void => {
      if (document.hidden) hide();
    };
    document.addEventListener('visibilitychange', hideAway);
    return () => document.removeEventListener('visibilitychange', hideAway);
  }, [hide]);
  const show = (values: Values): void => setShown({ values, until: Date.now() + SECONDS * 1_000 });
  return { clear: shown && left > 0 ? shown.values : {}, left, show, hide };
}

function useSecondsLeft(until: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 500, { autoInvoke: true });
  return until === undefined ? 0 : Math.min(SECONDS, Math.max(0, Math.ceil((until - now) / 1_000)));
}

function RevealDialog({ reveal, onShown, onClose }: RevealProps & { readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const showing = useMutation({ mutationFn: reveal, onSuccess: onShown, gcTime: 0 });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    showing.mutate(reason.trim());
  };
  return (
    <Modal opened onClose={onClose} title={t.revealTitle}>
      <form onSubmit={submit}>
        <Stack>
          <Alert variant="light">
            <Text c="var(--mantine-color-text)">{t.revealText}</Text>
          </Alert>
          {showing.isError ? <PageFailed error={showing.error} at={['reason']} /> : null}
          <Textarea
            label={t.revealReason}
            description={t.revealReasonHint}
            autosize
            minRows={2}
            maxLength={500}
            required
            data-autofocus
            value={reason}
            error={faultAt(showing.error, 'reason')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={showing.isPending} disabled={reason.trim() === ''}>
              {t.reveal}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
