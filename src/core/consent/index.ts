export { type ConsentKind, neededConsent } from './domain/needed-consent.ts';
