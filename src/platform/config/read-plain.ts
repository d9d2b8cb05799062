import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { ok } from '../../kernel/result.ts';
import { type Secret, secretOf } from './secret.ts';
import { type Reader, refuse } from './setting.ts';

/** A whole number within bounds, both included. */
export const wholeNumber =
  (least: number, most: number): Reader<number> =>
  (text) => {
    const value = Number(text);
    if (!/^\d{1,9}$/.test(text)) return refuse('wrong_form', `Give a whole number from ${least} to ${most}.`);
    if (value < least || value > most) return refuse('out_of_range', `Give a whole number from ${least} to ${most}.`);
    return ok(value);
  };

/** One of the words given; each may stand for a value of its own. */
export const oneOf =
  <const T extends string>(words: readonly T[]): Reader<T> =>
  (text) => {
    const word = words.find((candidate) => candidate === text);
    return word === undefined ? refuse('wrong_form', `Give one of: ${words.join(', ')}.`) : ok(word);
  };

/** An address to listen on. */
export const listenAddress: Reader<string> = (text) =>
  isIP(text) !== 0
    ? ok(text)
    : refuse('wrong_form', 'Give an IP address to listen on, such as 127.0.0.1, 0.0.0.0 or ::.');

/** A path; a relative one starts at the working directory. */
export const path: Reader<string> = (text, context) =>
  text.includes('\0') ? refuse('wrong_form', 'Give a path without NUL characters.') : ok(resolve(context.cwd, text));

/** The path of a file that can be read now. */
export const readableFile: Reader<string> = (text, context) => {
  const found = path(text, context);
  if (!found.ok || context.readFile(found.value) !== undefined) return found;
  return refuse('unreadable_file', 'The file cannot be read. Check the path and that this user may read it.');
};

/** Short text without control characters. */
export const plainText: Reader<string> = (text) =>
  /^[^\p{Cc}]{1,200}$/u.test(text) ? ok(text) : refuse('wrong_form', 'Give 1 to 200 characters without line breaks.');

/** A secret of visible ASCII characters, such as a token sent in a header. */
export const secretText =
  (leastLength: number): Reader<Secret> =>
  (text) =>
    /^[\x21-\x7e]+$/.test(text) && text.length >= leastLength
      ? ok(secretOf(text))
      : refuse('wrong_form', `Give at least ${leastLength} letters, digits or signs, without spaces.`);

const MAILBOX = /^(?:[^<>\p{Cc}"@,;]{1,80}<(?<named>[^<>]+)>|(?<bare>[^<>]+))$/u;
const ADDRESS = /^[^\s\p{Cc}@,;:<>()"\\[\]]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/u;

/** A sender: `name@example.org` or `Some name <name@example.org>`. */
export const mailbox: Reader<string> = (text) => {
  const groups = MAILBOX.exec(text)?.groups;
  const address = groups?.named ?? groups?.bare;
  if (address !== undefined && ADDRESS.test(address)) return ok(text);
  return refuse('wrong_form', 'Give one sender, such as "Careroute <leads@example.org>".');
};
