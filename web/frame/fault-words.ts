import { faultWords } from '../texts/faults.ts';
import type { FieldFault } from './api.ts';

/** `custom.visitDate` → `Visit date`: the last name of the path that is a name at all. */
function inWords(field: string): string {
  const name = field.split('.').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? '';
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A fault whose field has no input on the screen, told with the field as people call it. */
export function faultInWords({ field, message }: FieldFault): string {
  const name = Object.hasOwn(faultWords, field) ? (faultWords[field] ?? '') : inWords(field);
  return name === '' ? message : `${name}: ${message}`;
}
