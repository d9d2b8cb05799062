import type { StatusAct } from '../form/status-acts.tsx';
import type { BulkAct } from './table-types.ts';

interface WithStatus {
  readonly id: string;
  readonly status: string;
}

/** The ways from one state to another, for many rows at once; those that are there already are left out. */
export const statusBulkActs = <S extends string>(
  acts: readonly StatusAct<S>[],
  set: (id: string, status: S) => Promise<unknown>,
): readonly BulkAct<WithStatus>[] =>
  acts.map(({ to, short, effect }) => ({
    label: short,
    effect,
    fits: ({ status }) => status !== to,
    run: ({ id }) => set(id, to),
  }));
