import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { AppError, type Fault, invalid } from '../../kernel/app-error.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { fieldPath } from './field-path.ts';
import { decodeUtf8 } from './json.ts';
import { MAX_DEPTH } from './json-scan.ts';
import { markTextBody } from './text-bodies.ts';

/** Why bytes were refused: no XML at all, or XML with content that would be misread. Never holds content. */
export type XmlFault =
  | { readonly code: 'INVALID_XML'; readonly message: string }
  | { readonly code: 'VALIDATION_ERROR'; readonly faults: readonly Fault[] };

const MAX_FAULTS = 100;
/** Children of this name make a list of their parent. */
const ITEM = 'item';

const MESSAGES = {
  attribute: 'Has an attribute, and attributes are not read. Send an element in its place.',
  duplicate_key: `This element appears more than once. Send it once; a list has elements named ${ITEM} in it.`,
  mixed_content: 'Has both text and elements in it. Send one of them.',
  too_deep: `Is nested more than ${MAX_DEPTH} levels deep. Send a flatter structure.`,
} as const;

/** An element that is open: what stands in it so far. */
interface Open {
  readonly name: string;
  readonly values: Map<string, unknown>;
  readonly items: unknown[];
  text: string;
}

interface Reading {
  readonly open: Open[];
  readonly faults: Fault[];
  root: unknown;
}

/** Stops a parse: the parser has no other way. */
class Refused extends Error {
  readonly fault: XmlFault;

  constructor(fault: XmlFault) {
    super('refused XML');
    this.fault = fault;
  }
}

const broken = (message: string): XmlFault => ({ code: 'INVALID_XML', message });

const NO_DTD = 'The body has a document type definition, and none is read. Send the elements alone.';
const NO_XML = 'The body is not well-formed XML';

/**
 * Reads one XML 1.0 document from UTF-8 bytes as an object of texts: the elements in the root, whatever its name, by
 * theirs. Elements that hold elements are objects; those that hold `item` alone are lists. There is no DTD and no
 * entity but the five of XML itself, attributes other than namespace declarations are refused, and so is what would be
 * guesswork: elements that repeat, text beside elements, more levels than JSON may have.
 */
export function parseXml(bytes: Uint8Array): Result<Record<string, unknown>, XmlFault> {
  const text = decodeUtf8(bytes);
  if (text === undefined) return fail(broken('The body is not valid UTF-8. Encode the text as UTF-8.'));
  const reading: Reading = { open: [], faults: [], root: undefined };
  try {
    parserInto(reading).write(text).close();
  } catch (error) {
    if (error instanceof Refused) return fail(error.fault);
    throw error;
  }
  if (reading.faults.length > 0) return fail({ code: 'VALIDATION_ERROR', faults: reading.faults });
  const { root } = reading;
  if (root === '') return ok(markTextBody({}));
  if (typeof root === 'object' && root !== null && !Array.isArray(root))
    return ok(markTextBody(root as Record<string, unknown>));
  return fail(broken('The root element holds no fields. Send one element for each field in it.'));
}

function parserInto(reading: Reading): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on('error', () => {
    const place = `line ${parser.line}, column ${parser.column + 1}`;
    throw new Refused(broken(`${NO_XML}: it breaks at ${place}.`));
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding))
      throw new Refused(broken('The XML declaration names another encoding than UTF-8. Encode the text as UTF-8.'));
  });
  parser.on('doctype', () => {
    throw new Refused(broken(NO_DTD));
  });
  parser.on('opentag', (tag) => open(reading, tag));
  parser.on('text', (text) => append(reading, text));
  parser.on('cdata', (text) => append(reading, text));
  parser.on('closetag', () => close(reading));
  return parser;
}

function note({ open: stack, faults }: Reading, rule: keyof typeof MESSAGES): void {
  const field = fieldPath(stack.slice(1).map(({ name }) => name));
  const isKnown = faults.some((fault) => fault.field === field && fault.rule === rule);
  if (!isKnown && faults.length < MAX_FAULTS) faults.push({ field, rule, message: MESSAGES[rule] });
}

function open(reading: Reading, { name, attributes }: SaxesTagPlain): void {
  reading.open.push({ name, values: new Map(), items: [], text: '' });
  if (reading.open.length > MAX_DEPTH) {
    note(reading, 'too_deep');
    throw new Refused({ code: 'VALIDATION_ERROR', faults: reading.faults });
  }
  if (Object.keys(attributes).some((key) => key !== 'xmlns' && !key.startsWith('xmlns:'))) note(reading, 'attribute');
}

function append({ open: stack }: Reading, text: string): void {
  const current = stack.at(-1);
  if (current) current.text += text;
}

/** Gives what stood in an element to its parent. */
function close(reading: Reading): void {
  const value = valueOf(reading);
  const parent = reading.open.at(-2);
  const name = reading.open.at(-1)?.name ?? '';
  if (!parent) reading.root = value;
  else if (name === ITEM) parent.items.push(value);
  else if (parent.values.has(name)) note(reading, 'duplicate_key');
  else parent.values.set(name, value);
  reading.open.pop();
}

function valueOf(reading: Reading): unknown {
  const current = reading.open.at(-1);
  if (!current) return undefined;
  const { values, items, text } = current;
  if (values.size === 0 && items.length === 0) return text;
  if (text.trim() !== '' || (values.size > 0 && items.length > 1)) note(reading, 'mixed_content');
  if (values.size === 0) return items;
  // One element named `item` beside others is a field of that name.
  return Object.fromEntries([...values, ...items.map((item) => [ITEM, item] as const)]);
}

/** The public error of a refused document. */
export function xmlError(fault: XmlFault): AppError {
  if (fault.code === 'VALIDATION_ERROR') return invalid(fault.faults);
  return new AppError('INVALID_XML', fault.message, {
    faults: [{ field: 'body', rule: 'syntax', message: fault.message }],
  });
}
