import { type Fault, invalid } from '../../kernel/app-error.ts';

/** One mail to one person. */
export interface MailMessage {
  /** One address, such as `name@example.org`. */
  readonly to: string;
  /** One line. */
  readonly subject: string;
  /** Plain text; lines may be of any length. */
  readonly text: string;
}

/** A sender, as `name` and `address`. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** Only what is needed: quotes, comments, groups and lists in an address are how mail goes astray. */
const ADDRESS = /^[^\s\p{Cc}@,;:<>()"\\[\]]{1,64}@(?=.{1,253}$)[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;
const ONE_LINE = /^(?=.*\S)[^\p{Cc}\u2028\u2029]{1,500}$/u;

const fault = (field: string, message: string): Fault => ({ field, rule: 'wrong_form', message });

/** Refuses a message with more than one recipient, or with anything that could become another header. */
export function checkMessage(message: MailMessage): void {
  const faults = [
    ...(ADDRESS.test(message.to) ? [] : [fault('to', 'Give one address, such as name@example.org.')]),
    ...(ONE_LINE.test(message.subject) ? [] : [fault('subject', 'Give one line of 1 to 500 characters.')]),
    ...(message.text.includes('\0') ? [fault('text', 'Leave out NUL characters.')] : []),
  ];
  if (faults.length > 0) throw invalid(faults);
}

/** Reads `Some name <name@example.org>` or a bare address. */
export function parseSender(from: string): Sender {
  const { name = '', address = from } = /^(?<name>[^<>"\p{Cc}]{1,100})<(?<address>[^<>]+)>$/u.exec(from)?.groups ?? {};
  if (!ADDRESS.test(address)) throw new TypeError('from: give one sender, such as "Careroute <leads@example.org>"');
  return { name: name.trim(), address };
}
