import type { TablePage, TableWish } from './table-types.ts';

interface WholeList<T> {
  readonly load: (wish: TableWish) => Promise<TablePage<T>>;
  readonly rowId: (row: T) => string;
  /** The filters and the order. */
  readonly wish: Pick<TableWish, 'filters' | 'sort'>;
  /** How many rows are taken at most. */
  readonly most: number;
  readonly signal: AbortSignal;
  readonly onProgress: (rows: number) => void;
}

export interface LoadedRows<T> {
  readonly rows: readonly T[];
  /** Whether there are more than were taken. */
  readonly isCut: boolean;
}

const PAGE = 100;

/**
 * All rows of a list under its filters and in its order, page after page, each once: a list that grows meanwhile moves
 * rows to the page after. Rejects with the signal's reason once it is given up.
 */
export async function loadAll<T>({ load, rowId, wish, most, signal, onProgress }: WholeList<T>) {
  const rows = new Map<string, T>();
  let position: string | undefined;
  for (;;) {
    signal.throwIfAborted();
    const page = await load({ ...wish, position, limit: PAGE });
    signal.throwIfAborted();
    for (const row of page.rows) if (!rows.has(rowId(row))) rows.set(rowId(row), row);
    position = page.next;
    onProgress(Math.min(rows.size, most));
    if (rows.size >= most || position === undefined) return whole(rows, most, position !== undefined);
  }
}

const whole = <T>(rows: ReadonlyMap<string, T>, most: number, isMore: boolean): LoadedRows<T> => ({
  rows: [...rows.values()].slice(0, most),
  isCut: isMore || rows.size > most,
});
