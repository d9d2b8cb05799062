import type { ReactNode } from 'react';

/** One column: what it says of a row. */
export interface TableColumn<T> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: T) => ReactNode;
  /** The same as text, for a file, where the cell does not hold it; null where there is nothing to say, only to do. */
  readonly text?: ((row: T) => string) | null;
  /** What the API calls the order by this column, where it knows one: `createdAt`. */
  readonly sort?: string;
  /** Figures stand at the right, under each other. */
  readonly numeric?: boolean;
  /** Shown only to who chooses it. */
  readonly extra?: boolean;
}

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

/** One way to narrow a list. Its value stands in the address, so it must never be personal. */
export type TableFilter =
  | { readonly kind: 'choice'; readonly id: string; readonly label: string; readonly options: readonly FilterOption[] }
  | { readonly kind: 'text'; readonly id: string; readonly label: string; readonly hint?: string }
  | { readonly kind: 'day'; readonly id: string; readonly label: string };

/** What of a list is wanted. */
export interface TableWish {
  readonly filters: Readonly<Record<string, string>>;
  /** Where to begin: what the page before gave as `next`; undefined for the beginning. */
  readonly position: string | undefined;
  readonly limit: number;
  /** The order, in the API's word, with a minus in front for the reverse; undefined for the usual one. */
  readonly sort?: string | undefined;
}

export interface TablePage<T> {
  readonly rows: readonly T[];
  /** Where the next page begins; undefined at the end. */
  readonly next: string | undefined;
  /** How many there are in all; undefined where nobody counts. */
  readonly total: number | undefined;
}

/** Something that can be done to many rows, each by a call of its own. */
export interface BulkAct<T> {
  /** What the button does, in words: "Pause". */
  readonly label: string;
  /** What will follow for each. */
  readonly effect: string;
  /** Whether it can be done to a row as it is now; what does not fit is left out, and said so. */
  readonly fits: (row: T) => boolean;
  readonly run: (row: T) => Promise<unknown>;
  /** Whether it cannot be undone; such an act is confirmed by typing its name. */
  readonly isFinal?: boolean;
}

/** A list that a page shows. */
export interface DataTableProps<T> {
  /** The list, for what is remembered of it: `leads`. */
  readonly name: string;
  /** Of which thing, by its id, where the list is of one among many. */
  readonly of?: string;
  /** What the rows are, for who cannot see the page: "Leads, newest first". */
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  readonly filters?: readonly TableFilter[];
  readonly load: (wish: TableWish) => Promise<TablePage<T>>;
  readonly rowId: (row: T) => string;
  /** What a row is called in labels; never personal. */
  readonly rowName: (row: T) => string;
  /** The essentials of a row, in a panel at the side. */
  readonly panel?: (row: T) => ReactNode;
  /** The row's own page. */
  readonly rowHref?: (row: T) => string;
  /** What can be done to many rows at once; the list is read anew after it. */
  readonly acts?: readonly BulkAct<T>[];
  /** Nouns of what else such an act changes. */
  readonly alsoChanges?: readonly string[];
  /** What a row is called where it is chosen, if not by `rowName`: shown on the page alone, so it may be a person. */
  readonly chosenName?: (row: T) => string;
  /** Whether the list can be taken along as a CSV, as it is shown; usually it can. Never so where it shows patients. */
  readonly csv?: boolean;
  /** More buttons beside those of the table: an export, for instance. */
  readonly tools?: ReactNode;
  /** What would be here, and the way to the first one. */
  readonly empty: { readonly title: string; readonly text: string; readonly action?: ReactNode };
}
