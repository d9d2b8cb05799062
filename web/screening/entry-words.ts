import { suppressionTexts as t } from '../texts/suppression.ts';
import type { Entry } from './list-terms.ts';

const word = (words: Readonly<Record<string, string>>, value: string): string => words[value] ?? value;

/** A listed contact, masked, or the hash that is all there is of it. */
export const contactWords = ({ form, type, value }: Entry): string =>
  form === 'plain' ? value : t.hashOf(word(t.forms, form), type === 'email' ? t.ofEmail : t.ofPhone);

export const typeWords = ({ type }: Entry): string => word(t.types, type);
export const reasonWords = ({ reason }: Entry): string => word(t.reasons, reason);
export const sourceWords = ({ source }: Entry): string => word(t.sources, source);
