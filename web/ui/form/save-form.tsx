import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { type ApiError, asApiError } from '../../frame/api.ts';
import { faultInWords } from '../../frame/fault-words.ts';
import { furnitureTexts as t } from '../../texts/furniture.ts';
import { ChangeSummary } from './change-summary.tsx';
import { changesOf, type FieldWords } from './changes.ts';
import { UnsavedGuard } from './unsaved-guard.tsx';
import { useLeaveCheck } from './use-leave-check.ts';

interface SaveFormProps<V extends Record<string, unknown>> {
  readonly form: UseFormReturnType<V>;
  /** Sends what was entered. What it throws is shown, each fault at its field where the form has that field. */
  readonly save: (values: V) => Promise<unknown>;
  readonly onSaved?: (answer: unknown) => void;
  readonly onCancel?: () => void;
  readonly label?: string;
  /** With it, what changes is shown and confirmed before it is sent. */
  readonly summary?: { readonly words: FieldWords<V>; readonly note?: (values: V) => ReactNode };
  readonly children: ReactNode;
}

/** One column of questions: faults when a field is left, all at once when it is saved, nothing lost by accident. */
export function SaveForm<V extends Record<string, unknown>>(props: SaveFormProps<V>) {
  const { form, save, summary, label = t.save } = props;
  const [waiting, setWaiting] = useState<V>();
  const saved = useRef(false);
  const place = useLeaveCheck(form);
  const sending = useMutation({
    mutationFn: (values: V) => save(values),
    onMutate: () => {
      saved.current = false;
    },
    onSuccess: (answer, values) => {
      saved.current = true;
      form.setInitialValues(values);
      form.resetDirty(values);
      props.onSaved?.(answer);
    },
    onError: (error) => {
      setFaults(form, asApiError(error));
      showFault(place.current);
    },
    onSettled: () => setWaiting(undefined),
  });
  const submit = form.onSubmit(
    (values) => {
      if (summary && changesOf(form, values, summary.words).length > 0) setWaiting(values);
      else sending.mutate(values);
    },
    (_errors, _values, event) => showFault(event?.currentTarget),
  );
  return (
    <form onSubmit={submit} ref={place} noValidate>
      <UnsavedGuard isDirty={form.isDirty() && !sending.isSuccess} isSaved={() => saved.current} />
      <Stack maw={560}>
        <Faults error={sending.error} known={Object.keys(form.values)} />
        {props.children}
        <FormButtons label={label} busy={sending.isPending} onCancel={props.onCancel} />
      </Stack>
      {waiting && summary ? (
        <ChangeSummary
          changes={changesOf(form, waiting, summary.words)}
          note={summary.note?.(waiting)}
          busy={sending.isPending}
          onConfirm={() => sending.mutate(waiting)}
          onCancel={() => setWaiting(undefined)}
        />
      ) : null}
    </form>
  );
}

interface FormButtonsProps {
  readonly label: string;
  readonly busy: boolean;
  readonly onCancel: (() => void) | undefined;
}

const FormButtons = ({ label, busy, onCancel }: FormButtonsProps) => (
  <Group>
    <Button type="submit" loading={busy}>
      {label}
    </Button>
    {onCancel ? (
      <Button variant="default" onClick={onCancel}>
        {t.cancel}
      </Button>
    ) : null}
  </Group>
);

function setFaults<V extends Record<string, unknown>>(form: UseFormReturnType<V>, error: ApiError): void {
  const names = Object.keys(form.values);
  const known = error.faults.flatMap((fault) => {
    const name = nameIn(names, fault.field);
    return name === undefined ? [] : [[name, fault.message] as const];
  });
  if (known.length > 0) form.setErrors(Object.fromEntries(known));
}

/** Leads to the first fault once it stands there: a long form may have it out of sight. */
function showFault(place: Element | null | undefined): void {
  requestAnimationFrame(() => {
    const fault = place?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]');
    fault?.scrollIntoView({ block: 'center' });
    fault?.focus({ preventScroll: true });
  });
}

/** The field of a form that a fault is about: that of its name, or the list or group that it stands in. */
const nameIn = (names: readonly string[], field: string): string | undefined =>
  names.find((name) => name === field) ?? names.find((name) => field.startsWith(`${name}.`));

/** What was refused: the faults that no field of the form can carry, or the whole reason. */
function Faults({ error, known }: { readonly error: unknown; readonly known: readonly string[] }) {
  if (!error) return null;
  const { message, faults, code } = asApiError(error);
  const others = faults.filter(({ field }) => nameIn(known, field) === undefined);
  if (faults.length > 0 && others.length === 0) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={t.faults} role="alert">
      {others.length > 0 ? (
        <List>
          {others.map((fault) => (
            <List.Item key={fault.field + fault.message}>{faultInWords(fault)}</List.Item>
          ))}
        </List>
      ) : (
        <Text>{message}</Text>
      )}
      <Text size="sm" c="dimmed">
        {code}
      </Text>
    </Alert>
  );
}
