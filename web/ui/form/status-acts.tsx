import { ConfirmAct } from './confirm-act.tsx';

export interface StatusAct<S extends string> {
  readonly to: S;
  /** What the button does: "Pause buyer". */
  readonly label: string;
  /** The same without its object, where there are many: "Pause". */
  readonly short: string;
  /** What follows from it. */
  readonly effect: string;
}

interface StatusActsProps<S extends string> {
  /** Every act there is; those that lead to the present state are left out. */
  readonly acts: readonly StatusAct<S>[];
  readonly now: string;
  readonly set: (status: S) => Promise<unknown>;
  readonly onDone: () => void;
}

/** The ways from one state to another, each with what follows from it. */
export const StatusActs = <S extends string>({ acts, now, set, onDone }: StatusActsProps<S>) => (
  <>
    {acts
      .filter(({ to }) => to !== now)
      .map(({ to, label, effect }) => (
        <ConfirmAct key={to} label={label} effect={effect} act={() => set(to)} onDone={onDone} />
      ))}
  </>
);
