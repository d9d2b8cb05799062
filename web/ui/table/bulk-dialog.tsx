import { Button, Group, List, Modal, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRenew } from '../../frame/use-renew.ts';
import { furnitureTexts } from '../../texts/furniture.ts';
import { tableTexts as t } from '../../texts/table.ts';
import { BulkReport } from './bulk-report.tsx';
import type { RunState } from './run-each.ts';
import type { BulkAct, DataTableProps } from './table-types.ts';
import { useBulkRun } from './use-bulk-run.ts';

interface BulkDialogProps<T> {
  readonly table: DataTableProps<T>;
  readonly act: BulkAct<T>;
  /** All that were selected. */
  readonly rows: readonly T[];
  /** What was not done stays selected; undefined where nothing was begun. */
  readonly onClose: (notDone: readonly T[] | undefined) => void;
}

/** An act on many: the question, how far it has come, and what came of it. */
export function BulkDialog<T>({ table, act, rows, onClose }: BulkDialogProps<T>) {
  const { rowName, chosenName: nameOf = rowName, name, alsoChanges = [] } = table;
  const renew = useRenew();
  const fitting = rows.filter(act.fits);
  const run = useBulkRun(act.run, () => renew(name, ...alsoChanges));
  const { state, total, isRunning } = run;
  const open = state === undefined ? undefined : notDone(state);
  const close = (): void => {
    if (isRunning) run.stop();
    else onClose(open);
  };
  return (
    <Modal opened onClose={close} title={t.about(act.label, fitting.length)} closeOnClickOutside={false}>
      {state === undefined ? (
        <Question
          act={act}
          names={fitting.map(nameOf)}
          leftOut={rows.length - fitting.length}
          onCancel={close}
          onStart={() => run.start(fitting)}
        />
      ) : null}
      {state && isRunning ? (
        <Running state={state} total={total} onStop={run.stop} isStopping={run.isStopping} />
      ) : null}
      {state && !isRunning ? (
        <BulkReport state={state} nameOf={nameOf} onAgain={() => run.start(notDone(state))} onClose={close} />
      ) : null}
    </Modal>
  );
}

const notDone = <T,>({ failed, left }: RunState<T>): readonly T[] => [...failed.map(({ item }) => item), ...left];

interface QuestionProps<T> {
  readonly act: BulkAct<T>;
  readonly names: readonly string[];
  readonly leftOut: number;
  readonly onCancel: () => void;
  readonly onStart: () => void;
}

const NAMED = 10;

/** What will be done, to which, and what follows. */
function Question<T>({ act, names, leftOut, onCancel, onStart }: QuestionProps<T>) {
  const [typed, setTyped] = useState('');
  const phrase = t.about(act.label, names.length);
  const differs = act.isFinal === true && typed.trim() !== phrase;
  return (
    <Stack>
      <List>
        {names.slice(0, NAMED).map((name, index) => (
          <List.Item key={`${index}${name}`}>{name}</List.Item>
        ))}
        {names.length > NAMED ? <List.Item>{t.andMore(names.length - NAMED)}</List.Item> : null}
      </List>
      <Text>{t.forEach(act.effect)}</Text>
      {leftOut > 0 ? <Text c="dimmed">{t.leftOut(leftOut)}</Text> : null}
      {act.isFinal ? (
        <TextInput
          label={furnitureTexts.typeName(phrase)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
      ) : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {furnitureTexts.cancel}
        </Button>
        <Button {...(act.isFinal ? { color: 'red.8' } : {})} disabled={differs} onClick={onStart}>
          {phrase}
        </Button>
      </Group>
    </Stack>
  );
}

interface RunningProps<T> {
  readonly state: RunState<T>;
  readonly total: number;
  readonly isStopping: boolean;
  readonly onStop: () => void;
}

/** How far it has come. */
function Running<T>({ state: { done, failed }, total, isStopping, onStop }: RunningProps<T>) {
  const tried = done.length + failed.length;
  return (
    <Stack>
      <Progress value={(tried / total) * 100} aria-label={t.progress} transitionDuration={0} />
      <Text role="status" className="figures">
        {isStopping ? t.stopping : t.triedOf(tried, total, failed.length)}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onStop} disabled={isStopping} data-autofocus>
          {t.stop}
        </Button>
      </Group>
    </Stack>
  );
}
