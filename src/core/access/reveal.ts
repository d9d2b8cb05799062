import type { Place, Vault } from '../vault/index.ts';
import type { AccessTo } from './domain/field-access.ts';
import { maskValue, type PhiClass } from './mask.ts';

type Value = string | number | boolean;

/** A sealed part of a record: fields of one class of a lead, those that a buyer was given, or why somebody looked. */
export interface SealedPart {
  /** What the trail calls it: a class, `licensed` or `reason`. */
  readonly name: PhiClass | 'licensed' | 'reason';
  /** Whose key opens it. */
  readonly subjectId: string;
  readonly place: Place;
  readonly sealed: Buffer;
  /** The fields that may be in it; undefined where any may. */
  readonly fields: readonly string[] | undefined;
  /** The classes that a field of it may have. */
  readonly classesOf: (field: string) => readonly PhiClass[];
  /** The fields in what was opened. */
  readonly read: (content: string) => Readonly<Record<string, Value>>;
}

/** What a surface shows of sealed parts. */
export interface Revealed {
  /** Without those that are hidden. */
  readonly fields: Readonly<Record<string, Value | null>>;
  /** The parts of which at least one value is shown in clear: these stand in the trail. */
  readonly phiClasses: readonly string[];
  /** Whether any of the values is masked. */
  readonly isMasked: boolean;
}

/**
 * The one path from what is sealed to what is shown, whatever surface asks. A part is opened only if at least one of
 * its fields will be shown or masked (minimum necessary, 45 CFR 164.502(b)). The caller writes `phiClasses` into the
 * trail before it shows anything. Throws UnsealError as `Vault.open` does.
 */
export async function reveal(
  vault: Pick<Vault, 'open'>,
  accessTo: AccessTo,
  parts: readonly SealedPart[],
): Promise<Revealed> {
  const shown = await Promise.all(
    parts.filter((part) => isWanted(part, accessTo)).map((part) => revealPart(vault, accessTo, part)),
  );
  return {
    fields: Object.fromEntries(shown.flatMap((part) => part.fields)),
    phiClasses: shown.flatMap((part) => (part.clear > 0 ? [part.name] : [])),
    isMasked: shown.some((part) => part.clear < part.fields.length),
  };
}

const isWanted = ({ fields, classesOf }: SealedPart, accessTo: AccessTo): boolean =>
  fields === undefined || fields.some((field) => accessTo(field, ...classesOf(field)) !== 'hidden');

async function revealPart(vault: Pick<Vault, 'open'>, accessTo: AccessTo, part: SealedPart) {
  const { name, subjectId, place, sealed, classesOf, read } = part;
  const opened = read((await vault.open(subjectId, place, sealed)).toString('utf8'));
  const fields: [string, Value | null][] = [];
  let clear = 0;
  for (const [field, value] of Object.entries(opened)) {
    const access = accessTo(field, ...classesOf(field));
    if (access === 'hidden') continue;
    if (access === 'visible') clear += 1;
    fields.push([field, access === 'visible' ? value : maskValue(field, value)]);
  }
  return { name, fields, clear };
}
