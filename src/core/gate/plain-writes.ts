import { notFound } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import type { Records } from '../tenancy/index.ts';
import { mergeProfile, type Profile, type ProfileShape } from './profile.ts';
import type { Writing } from './resource.ts';

/** How the fields of a body become those of a row: by name, or into the profile. */
export interface PlainShape<Row> {
  readonly records: Records<Row>;
  readonly columns: readonly string[];
  readonly profile: ProfileShape;
}

type Values = Readonly<Record<string, unknown>>;

/** Inserts a row from a body, with further values that the body does not hold under their own names. */
export async function insertPlain<Row>(
  shape: PlainShape<Row>,
  { tx, body }: Writing<object>,
  more: Values = {},
): Promise<Row> {
  const profile = mergeProfile(shape.profile, {}, body);
  return shape.records.insert(tx, { id: newId(), ...columnsOf(shape, body), profile, ...more });
}

/** Changes a row by the given fields of a body. */
export async function changePlain<Row extends { readonly id: string; readonly profile: Profile }>(
  shape: PlainShape<Row>,
  { tx, body }: Writing<object>,
  row: Row,
  more: Values = {},
): Promise<Row> {
  const profile = mergeProfile(shape.profile, row.profile, body);
  const changed = await shape.records.update(tx, row.id, { ...columnsOf(shape, body), profile, ...more });
  if (!changed) throw notFound();
  return changed;
}

const columnsOf = ({ columns }: Pick<PlainShape<unknown>, 'columns'>, body: object): Values =>
  Object.fromEntries(Object.entries(body).filter(([name]) => columns.includes(name)));
