import { fileURLToPath } from 'node:url';
import { isErrorCode, isErrorName } from './log-fields.ts';

/** What may be said of an error: never its message, which may quote a value. */
export interface ErrorShape {
  readonly name: string;
  readonly code?: string;
  /** `src/leads/intake/store.ts:12`, innermost first. */
  readonly frames: readonly string[];
  readonly cause?: ErrorShape;
  /** The parts of an AggregateError. */
  readonly errors?: readonly ErrorShape[];
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replaceAll('\\', '/');
const FRAME = /^ {4}at (?:.*[( ])?(?:file:\/\/)?(?<file>[^\s()]+):(?<line>\d{1,6}):\d{1,6}\)?$/;
const OURS = /^(?:src|test|bench|tools|node_modules)\/[A-Za-z0-9_@.+/-]{1,200}\.[cm]?[jt]sx?$/;
const RUNTIME = /^node:[a-z_/]{1,60}$/;
const MOST_FRAMES = 12;
const MOST_CAUSES = 5;

/** Classes of SQLSTATE; taken only from errors of the database driver, as such a code may look like a ZIP code. */
const SQLSTATE = /^(?:0[0-9A-Z]|2[0-9A-F]|3[0-9BDF]|4[024]|5[3-8]|72|F0|HV|P0|XX)[0-9A-Z]{3}$/;

/** Reduces whatever was thrown to name, code and places; the same for its causes, five deep. */
export function errorShape(thrown: unknown, depth = 0): ErrorShape {
  if (!(thrown instanceof Error)) return { name: 'NotAnError', frames: [] };
  const code = codeOf(thrown);
  const goOn = depth < MOST_CAUSES;
  const parts = goOn && thrown instanceof AggregateError && Array.isArray(thrown.errors) ? thrown.errors : [];
  return {
    name: nameOf(thrown),
    ...(code === undefined ? {} : { code }),
    frames: framesOf(thrown),
    ...(goOn && thrown.cause !== undefined ? { cause: errorShape(thrown.cause, depth + 1) } : {}),
    ...(parts.length > 0 ? { errors: parts.slice(0, MOST_CAUSES).map((part) => errorShape(part, depth + 1)) } : {}),
  };
}

function nameOf(error: Error): string {
  if (isErrorName(error.name)) return error.name;
  return isErrorName(error.constructor.name) ? error.constructor.name : 'Error';
}

function codeOf(error: Error): string | undefined {
  const code: unknown = 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return undefined;
  const fromDatabase = error.constructor.name === 'DatabaseError' && 'severity' in error && SQLSTATE.test(code);
  return fromDatabase || isErrorCode(code) ? code : undefined;
}

/** Places in this repository and the runtime. The text before them is cut off by the message, not by guessing. */
function framesOf(error: Error): string[] {
  if (typeof error.stack !== 'string' || typeof error.message !== 'string') return [];
  return belowMessage(error.stack, error.message)
    .split('\n')
    .flatMap((line) => {
      const { file, line: number } = FRAME.exec(line)?.groups ?? {};
      const place = file === undefined ? undefined : placeOf(file);
      return place === undefined ? [] : [`${place}:${number}`];
    })
    .slice(0, MOST_FRAMES);
}

/** The stack without its head. Nothing, when the message was changed after the fact: the head cannot be told then. */
function belowMessage(stack: string, message: string): string {
  if (message === '') return stack.slice(stack.indexOf('\n') + 1);
  const at = stack.indexOf(message);
  const isHead = at >= 0 && !stack.slice(0, at).includes('\n');
  return isHead ? stack.slice(at + message.length) : '';
}

function placeOf(file: string): string | undefined {
  if (RUNTIME.test(file)) return file;
  const path = file.replaceAll('\\', '/').replace(/^\/(?=[A-Za-z]:\/)/, '');
  const inside = path.startsWith(ROOT) ? path.slice(ROOT.length) : '';
  return OURS.test(inside) && !inside.includes('..') ? inside : undefined;
}
