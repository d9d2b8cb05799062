import pino from 'pino';
import { type ErrorShape, errorShape } from './error-shape.ts';
import { isEvent, isLoggable, type NUMBER_FIELDS, type TEXT_FIELDS, type WORD_FIELDS } from './log-fields.ts';

type Nothing = { readonly nothing?: never };

/** A string that the compiler knows letter by letter; anything read at run time becomes `never`. */
type Constant<T> = T extends string ? (Nothing extends Record<T, 1> ? never : T) : T;

/** The only fields a log line can have. */
export type LogFields = { readonly [K in keyof typeof WORD_FIELDS]?: string | undefined } & {
  readonly [K in keyof typeof TEXT_FIELDS]?: string | undefined;
} & { readonly [K in keyof typeof NUMBER_FIELDS]?: number | undefined } & { readonly error?: unknown };

type Checked<F> = {
  readonly [K in keyof F]: K extends keyof typeof WORD_FIELDS
    ? Constant<F[K]>
    : K extends keyof LogFields
      ? F[K]
      : never;
};

/** Writes one line. The event is a constant such as `lead_accepted`; it says what happened, the fields to what. */
export type Write = <const E extends string, const F extends LogFields = LogFields>(
  event: E & Constant<E>,
  fields?: F & Checked<F>,
) => void;

/**
 * A log that cannot carry personal data. Fields outside the list, and values without their field's form, never reach
 * the stream; they are counted as `droppedFields`. Of an `error`, name, code and places are kept, never the message.
 * A form cannot tell a person's word or number from a program's, so words are taken only as constants by the compiler.
 */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  /** The same log with fields that every line of it has. */
  with<const F extends LogFields>(fields: F & Checked<F>): Log;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface LogOptions {
  readonly level: LogLevel;
  /** Takes one JSON line at a time. Standard output unless given. */
  readonly destination?: { write(line: string): unknown };
}

/** Opens a log; see `Log` for what it keeps out. */
export function createLog(options: LogOptions): Log {
  const settings = {
    level: options.level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const { destination } = options;
  return logOf(destination ? pino(settings, { write: (line) => void destination.write(line) }) : pino(settings), {});
}

function logOf(sink: pino.Logger, standing: object): Log {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error'): Write =>
    (event, fields) => {
      if (sink.isLevelEnabled(level)) sink[level](lineOf(event, { ...standing, ...fields }));
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    with: (fields) => logOf(sink, { ...standing, ...fields }),
  };
}

/** What is written: the compiler's promises hold only for code it checked, so each value is checked here again. */
function lineOf(event: unknown, fields: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  let dropped = isEvent(event) ? 0 : 1;
  let error: ErrorShape | undefined;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (name === 'error') error = errorShape(value);
    else if (isLoggable(name, value)) kept[name] = value;
    else dropped += 1;
  }
  return {
    event: dropped > 0 && !isEvent(event) ? 'unnamed' : event,
    ...kept,
    ...(error ? { error } : {}),
    ...(dropped > 0 ? { droppedFields: dropped } : {}),
  };
}
