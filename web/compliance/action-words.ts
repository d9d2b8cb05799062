import { ENTITY_WORDS, VERB_WORDS } from '../texts/compliance.ts';
import { inWords } from '../ui/words.ts';

/** A kind of thing in words. */
export const entityWords = (entity: string): string => ENTITY_WORDS[entity] ?? inWords(entity);

/** What was done, in words: `user.update` → `User: changed`. */
export function actionWords(action: string): string {
  const [entity = '', verb = ''] = action.split('.');
  return `${entityWords(entity)}: ${VERB_WORDS[verb] ?? inWords(verb).toLowerCase()}`;
}
