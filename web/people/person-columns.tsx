import { peopleTexts as t } from '../texts/people.ts';
import type { TableColumn } from '../ui/table/table-types.ts';

/** What the newest lead says of somebody; masked, or left out, as the reader may see it. */
export interface Named {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly state: string | null;
}

type Column = TableColumn<Named>;

const wholeName = ({ firstName, lastName }: Named): string => [firstName, lastName].filter(Boolean).join(' ') || '–';

/** The columns of every list of people. */
export const namedColumns = {
  name: { id: 'name', label: t.columnName, cell: wholeName },
  email: { id: 'email', label: t.columnEmail, cell: ({ email }) => email ?? '–', extra: true },
  phone: { id: 'phone', label: t.columnPhone, cell: ({ phone }) => phone ?? '–' },
  state: { id: 'state', label: t.columnState, cell: ({ state }) => state ?? '–' },
} as const satisfies Record<string, Column>;

const SAYING = ['firstName', 'lastName', 'email', 'phone', 'state'] as const;

/** The same as fields, without those of which nothing is told. */
export const namedFields = (person: Named): Readonly<Record<string, string>> =>
  Object.fromEntries(SAYING.flatMap((name) => (person[name] === null ? [] : [[name, person[name]]])));
