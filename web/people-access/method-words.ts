import { METHOD_WORDS, REFUSAL_WORDS } from '../texts/account.ts';
import { inWords } from '../ui/words.ts';

/** How somebody signed in, in words: `password+totp` → `Password, authenticator app`. */
export function methodWords(method: string): string {
  const words = method.split('+').map((part) => METHOD_WORDS[part] ?? inWords(part));
  return words.map((word, index) => (index === 0 ? word : word.toLowerCase())).join(', ');
}

/** Why somebody was refused, in words; a dash where nobody was. */
export const refusalWords = (reason: string | null): string =>
  reason === null ? '–' : (REFUSAL_WORDS[reason] ?? inWords(reason));
