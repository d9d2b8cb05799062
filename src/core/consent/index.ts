export { type Contact, contactTokens } from './contact-tokens.ts';
export { hintOf, type ListForm } from './domain/listed-contact.ts';
export { neededConsent } from './domain/needed-consent.ts';
export { readPhone } from './read-phone.ts';
export { sweepSuppression } from './sweep-suppression.ts';
export {
  suppressionForms,
  suppressionHintsErase,
  suppressionMatches,
  suppressionsNaming,
} from './suppression-store.ts';
