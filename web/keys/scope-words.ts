import { SCOPE_WORDS } from '../texts/keys.ts';
import { inWords } from '../ui/words.ts';

const WORDS: Readonly<Record<string, { readonly label: string } | undefined>> = SCOPE_WORDS;

/** Scopes in words. */
export const scopesInWords = (scopes: readonly string[]): string =>
  scopes.map((scope) => WORDS[scope]?.label ?? inWords(scope)).join(', ');
