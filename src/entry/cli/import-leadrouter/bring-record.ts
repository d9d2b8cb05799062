import { AppError } from '../../../kernel/app-error.ts';
import { broughtFind, broughtNote } from '../../../leads/sources/index.ts';
import { textIn } from './envelope.ts';
import { type Fitted, fitBody, sentencesOf, type Unfit } from './fit-body.ts';
import type { Foreign } from './read-source.ts';
import type { Deed, LeftOut, Report } from './report.ts';
import type { Workbench } from './workbench.ts';

/** One piece of the work: what is being brought, and where what became of it is told. */
export interface Piece {
  readonly bench: Workbench;
  /** The origin of the other system. */
  readonly source: string;
  readonly lines: Pick<Report, 'did' | 'leave' | 'remind'>;
}

/** A kind of record, and the routes by which it is read and written here. */
export interface Kind {
  readonly kind: string;
  readonly param: string;
  readonly routes: { readonly get: string; readonly create: string; readonly update: string };
  /** Fields that hold the id of another record, and its kind. */
  readonly refs: Readonly<Record<string, string>>;
  /** Without these there is no such record. */
  readonly essential: readonly string[];
  /** Whether it waits, paused, for a person where something of it was left out: it would do more than it did there. */
  readonly waitsIfCut: boolean;
}

export interface BroughtRecord {
  readonly recordId: string;
  readonly isNew: boolean;
}

/** Why a record is not brought at all: nothing of it is kept. */
export class NotBrought extends Error {
  override readonly name = 'NotBrought';
  readonly remedy: string;
  constructor(why: string, remedy: string) {
    super(why);
    this.remedy = remedy;
  }
}

export const nameOf = ({ id, row }: Foreign): string => `${textIn(row, 'name') ?? textIn(row, 'label') ?? ''} (${id})`;

/** Makes a record like the other system's, or changes the one that was made of it. Tells of all that has no place. */
export async function bringRecord(piece: Piece, kind: Kind, foreign: Foreign): Promise<BroughtRecord> {
  const { bench, source, lines } = piece;
  const row = { ...foreign.row, ...(await refsOf(piece, kind, foreign)) };
  const key = { source, kind: kind.kind, foreignId: foreign.id };
  const known = await broughtFind(bench.tx, key);
  const before =
    known === undefined ? undefined : await bench.look(kind.routes.get, { params: { [kind.param]: known } });
  const written = await writeFitting(bench, { kind, row, id: before && known, before });
  if (before === undefined) await broughtNote(bench.tx, key, written.recordId);
  const name = nameOf(foreign);
  lines.did(written.deed, kind.kind, name);
  for (const left of leftOf(kind, name, written)) lines.leave(left);
  return { recordId: written.recordId, isNew: written.deed === 'create' };
}

/** Ids here of the records that it names. */
async function refsOf(piece: Piece, { refs }: Kind, { row }: Foreign): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [field, kind] of Object.entries(refs)) {
    const foreignId = row[field];
    if (foreignId === null || foreignId === undefined) continue;
    found[field] = await refOf(piece, kind, typeof foreignId === 'string' ? foreignId : JSON.stringify(foreignId));
  }
  return found;
}

/** The record here that is one of the other system. Throws where it was not brought. */
export async function refOf({ bench, source }: Piece, kind: string, foreignId: string): Promise<string> {
  const id = await broughtFind(bench.tx, { source, kind, foreignId });
  if (id !== undefined) return id;
  throw new NotBrought(
    `Its ${kind} ${foreignId} was not brought over.`,
    `See to the ${kind} first, then run this again.`,
  );
}

interface Writing {
  readonly kind: Kind;
  readonly row: Readonly<Record<string, unknown>>;
  /** Of the record that is there already. */
  readonly id: string | undefined;
  readonly before: Readonly<Record<string, unknown>> | undefined;
}

interface Written {
  readonly recordId: string;
  readonly deed: Deed;
  readonly unfit: readonly Unfit[];
  readonly waits: boolean;
}

/** Writes what fits; a field that the record's own rules refuse is left out, and what is left is tried again. */
async function writeFitting(bench: Workbench, writing: Writing): Promise<Written> {
  const { kind, row, id } = writing;
  const { create, update } = kind.routes;
  let fitted = fitBody(bench.schema(id === undefined ? create : update), row);
  for (;;) {
    const body = bodyOf(writing, fitted);
    try {
      const done = await writeOnce(bench, writing, body);
      return { ...done, unfit: fitted.unfit, waits: body['status'] === 'paused' && row['status'] !== 'paused' };
    } catch (error) {
      fitted = without(kind, fitted, error);
    }
  }
}

async function writeOnce(
  bench: Workbench,
  { kind, id, before }: Writing,
  body: Readonly<Record<string, unknown>>,
): Promise<Pick<Written, 'recordId' | 'deed'>> {
  const { create, update } = kind.routes;
  if (id === undefined || before === undefined) {
    const made = await bench.call(create, { body });
    return { recordId: String(made['id']), deed: 'create' };
  }
  return { recordId: id, deed: await bench.change(update, { params: { [kind.param]: id }, body }, before) };
}

/** A record of which something is left out does not begin to work by itself; what a person made of it since stays. */
function bodyOf({ kind, row, id }: Writing, { body, unfit }: Fitted): Readonly<Record<string, unknown>> {
  const isCut = kind.waitsIfCut && unfit.some(({ isSetting }) => isSetting);
  if (!isCut || (row['status'] ?? 'active') !== 'active') return body;
  const { status: _active, ...rest } = body;
  return id === undefined ? { ...rest, status: 'paused' } : rest;
}

/** What is left without the fields that were refused. Throws the refusal where nothing can be left out. */
function without({ essential }: Kind, { body, unfit }: Fitted, error: unknown): Fitted {
  if (!(error instanceof AppError) || error.code !== 'VALIDATION_ERROR') throw error;
  const byField = Map.groupBy(error.faults, ({ field }) => field.split(/[.[]/)[0] ?? field);
  const fields = [...byField.keys()];
  if (fields.length === 0 || !fields.every((field) => field in body && !essential.includes(field))) throw error;
  return {
    body: Object.fromEntries(Object.entries(body).filter(([field]) => !byField.has(field))),
    unfit: [
      ...unfit,
      ...fields.map((field) => ({ field, why: sentencesOf(byField.get(field) ?? []), isSetting: true })),
    ],
  };
}

function leftOf({ kind }: Kind, name: string, { unfit, waits, recordId }: Written): LeftOut[] {
  const look = waits
    ? `It is paused: look at it here, and switch it on (${recordId}).`
    : `Look whether it is well without (${recordId}).`;
  return unfit.map(({ field, why }) => ({ kind, name: `${name} ${field}`, why, remedy: look }));
}
