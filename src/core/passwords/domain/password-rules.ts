import type { Fault } from '../../../kernel/app-error.ts';

/** Shortest and longest password, in characters; NIST SP 800-63B-4, 3.1.1.2 wants at least 64 to be allowed. */
const SHORTEST = 12;
const LONGEST = 256;

/**
 * What is wrong with a new password of a person: length, the person's own address in it, a password that is known from
 * breaches or guessed as easily. No rules of composition (NIST SP 800-63B-4, 3.1.1.2).
 */
export function passwordFaults(
  password: string,
  email: string,
  isCommon: (password: string) => boolean,
  field = 'password',
): Fault[] {
  const length = [...password].length;
  const fault = (rule: string, message: string): Fault[] => [{ field, rule, message }];
  if (length < SHORTEST) return fault('too_short', `Choose at least ${SHORTEST} characters; a few words do well.`);
  if (length > LONGEST) return fault('too_long', `Choose at most ${LONGEST} characters.`);
  const [local = ''] = email.split('@');
  if (local.length >= 4 && password.toLowerCase().includes(local.toLowerCase()))
    return fault('holds_address', 'Leave your e-mail address out of it.');
  if (isCommon(password)) return fault('common', 'This one is known or easily guessed. Choose another.');
  return [];
}
