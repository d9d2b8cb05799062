import type { Result } from '../../kernel/result.ts';
import { fail } from '../../kernel/result.ts';

/** What is wrong with one value, without the value: a stable rule and a sentence that ends with the remedy. */
export interface Problem {
  readonly rule: 'missing' | 'unknown' | 'wrong_form' | 'out_of_range' | 'unreadable_file' | 'unsafe' | 'conflict';
  readonly message: string;
}

/** One fault of the configuration: the variable it is about and what to do. It never holds a value. */
export interface SettingFault extends Problem {
  readonly variable: string;
}

/** Reads a file for a setting that names one. Undefined when it cannot be read. */
export type FileReader = (path: string) => Buffer | undefined;

/** What a reader may look at beside the text: the mode, the directory that relative paths start from, and files. */
export interface ReadContext {
  readonly demo: boolean;
  readonly cwd: string;
  readonly readFile: FileReader;
}

/** Turns the text of a variable into its value, or says what is wrong with it. */
export type Reader<T> = (text: string, context: ReadContext) => Result<T, Problem>;

/** One row of the table of settings. */
export interface Setting<T> {
  readonly variable: string;
  /** What the operator decides with it; one or two sentences for the manual. */
  readonly meaning: string;
  /** What may stand there, for the manual. */
  readonly form: string;
  /** What holds without the variable, for the manual. */
  readonly otherwise: string;
  /** Whether the value must not be shown. */
  readonly secret: boolean;
  readonly read: Reader<T>;
}

/** A setting that has a value of its own when the variable is not set. */
export interface DefaultedSetting<T> extends Setting<T> {
  readonly fallback: (context: ReadContext) => T;
}

/** The result of a reader that refuses. */
export const refuse = (rule: Problem['rule'], message: string): Result<never, Problem> => fail({ rule, message });
