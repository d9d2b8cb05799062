import type { TSchema } from 'typebox';

/** Reads a text as the type a schema asks for; what does not fit exactly is left as it is, to be refused by name. */
type Reader = (value: unknown) => unknown;

const INTEGER = /^-?(?:0|[1-9]\d{0,14})$/;
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;

/**
 * Builds the reader of a query string, path or form, where every value arrives as text. Exact by design:
 * `5` is a number, `5.7` no integer, an empty text never zero, `yes` never true.
 * (TypeBox's own conversion truncates `5.7` to 5 and takes an empty text for 0, in silence.)
 */
export function textReader(schema: TSchema): Reader {
  const node = schema as Readonly<Record<string, unknown>>;
  if (Array.isArray(node.anyOf)) return unionReader(node.anyOf as readonly TSchema[]);
  if ('const' in node) return (value) => (value === String(node.const) ? node.const : value);
  switch (node.type) {
    case 'integer':
      return (value) => (typeof value === 'string' && INTEGER.test(value) ? Number(value) : value);
    case 'number':
      return (value) => (typeof value === 'string' && NUMBER.test(value) ? Number(value) : value);
    case 'boolean':
      return (value) => (value === 'true' ? true : value === 'false' ? false : value);
    case 'array':
      return arrayReader(node.items as TSchema);
    case 'object':
      return objectReader((node.properties ?? {}) as Readonly<Record<string, TSchema>>);
    default:
      return (value) => value;
  }
}

/** The first branch that reads the text as something else wins, unless a branch takes texts as they are. */
function unionReader(branches: readonly TSchema[]): Reader {
  if (branches.some((branch) => (branch as { type?: unknown }).type === 'string' && !('const' in branch))) {
    return (value) => value;
  }
  const readers = branches.map(textReader);
  return (value) => {
    for (const read of readers) {
      const result = read(value);
      if (result !== value) return result;
    }
    return value;
  };
}

function arrayReader(items: TSchema): Reader {
  const read = textReader(items);
  return (value) => (Array.isArray(value) ? value : [value]).map(read);
}

function objectReader(properties: Readonly<Record<string, TSchema>>): Reader {
  const readers = Object.entries(properties).map(([name, schema]) => [name, textReader(schema)] as const);
  return (value) => {
    if (typeof value !== 'object' || value === null) return value;
    const read = new Map(Object.entries(value));
    for (const [name, reader] of readers) if (read.has(name)) read.set(name, reader(read.get(name)));
    return Object.fromEntries(read);
  };
}
