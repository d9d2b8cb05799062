import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { FieldWords } from '../ui/form/changes.ts';
import type { TableColumn, TablePage, TableWish } from '../ui/table/table-types.ts';

/** A list of small things of one kind, each with a form of a few fields. */
export interface Collection<T, V extends Record<string, unknown>> {
  /** For what is remembered of the list, and asked anew: `tax-rates`. */
  readonly name: string;
  readonly title: string;
  readonly state: string;
  /** One of them: "Tax rate". */
  readonly one: string;
  /** Who may change them; `settings:write` unless given. */
  readonly permission?: string;
  readonly columns: readonly TableColumn<T>[];
  readonly empty: { readonly title: string; readonly text: string };
  readonly load: (wish: TableWish) => Promise<TablePage<T>>;
  /** What one is called; typed to delete it. */
  readonly nameOf: (row: T) => string;
  readonly blank: V;
  readonly valuesOf: (row: T) => V;
  readonly rules: { readonly [K in keyof V]?: (value: V[K]) => string | null };
  readonly fields: (form: UseFormReturnType<V>, row: T | undefined) => ReactNode;
  /** With it, what changes is told before it is saved. */
  readonly words?: FieldWords<V>;
  /** What else can be done with one, by who may change it. */
  readonly beside?: (row: T) => ReactNode;
  readonly make: (values: V) => Promise<unknown>;
  /** Undefined where one is not changed but deleted and made anew. */
  readonly change?: (id: string, values: V) => Promise<unknown>;
  readonly remove: (id: string) => Promise<unknown>;
  readonly removeEffect: string;
}

/** Texts of a field that holds one on a line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
