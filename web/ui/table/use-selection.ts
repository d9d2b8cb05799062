import { useState } from 'react';

interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly set: (ids: ReadonlySet<string>) => void;
}

const NOTHING: ReadonlySet<string> = new Set();

/** What is selected in a view of a list. Another page, order or filter is another view, with nothing selected. */
export function useSelection(view: unknown): Selection {
  const [selected, setSelected] = useState({ view: '', ids: NOTHING });
  const now = JSON.stringify(view);
  return {
    ids: selected.view === now ? selected.ids : NOTHING,
    set: (ids) => setSelected({ view: now, ids }),
  };
}
