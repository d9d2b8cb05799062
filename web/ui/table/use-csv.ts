import { useEffect, useRef, useState } from 'react';
import { tableTexts as t } from '../../texts/table.ts';
import { saveFile } from '../save-file.ts';
import { tellDone } from '../tell.ts';
import { columnText, sayingColumns } from './column-text.ts';
import { loadAll } from './load-all.ts';
import type { TableState } from './table-state.ts';
import type { DataTableProps } from './table-types.ts';
import { writeCsv } from './write-csv.ts';

/** How many rows a file of the browser holds at most. */
export const CSV_MOST = 10_000;

interface Stand {
  readonly isLoading: boolean;
  readonly rows: number;
  readonly isCut: boolean;
  readonly error: unknown;
}

interface Csv extends Stand {
  /** `onWhole` is called once a file with all rows is saved. */
  readonly save: (onWhole: () => void) => void;
  readonly giveUp: () => void;
}

const STILL: Stand = { isLoading: false, rows: 0, isCut: false, error: undefined };

/** Makes a file of the list under its filters, in its order, with the columns that are shown. */
export function useCsv<T>(table: DataTableProps<T>, state: TableState): Csv {
  const [stand, setStand] = useState(STILL);
  const stopper = useRef(new AbortController());
  useEffect(() => () => stopper.current.abort(), []);
  const columns = sayingColumns(table.columns.filter(({ id }) => state.columnIds.includes(id)));
  const make = async (signal: AbortSignal): Promise<boolean> => {
    const onProgress = (rows: number): void => setStand({ ...STILL, isLoading: true, rows });
    const { load, rowId } = table;
    const { filters, sort } = state;
    const { rows, isCut } = await loadAll({ load, rowId, wish: { filters, sort }, most: CSV_MOST, signal, onProgress });
    const lines = rows.map((row) => columns.map((column) => columnText(column, row)));
    saveFile(`${table.name}.csv`, writeCsv([columns.map(({ label }) => label), ...lines]), 'text/csv');
    tellDone(t.csvDone(rows.length));
    setStand({ ...STILL, isCut });
    return isCut;
  };
  const save = (onWhole: () => void): void => {
    const { signal } = (stopper.current = new AbortController());
    setStand({ ...STILL, isLoading: true });
    make(signal).then(
      (isCut) => {
        if (!isCut) onWhole();
      },
      (error: unknown) => {
        // Whoever gave it up wants to hear no more of it.
        if (!signal.aborted) setStand({ ...STILL, error });
      },
    );
  };
  return { ...stand, save, giveUp: () => stopper.current.abort() };
}
