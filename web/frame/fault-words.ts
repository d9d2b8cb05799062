import { faultWords } from '../texts/faults.ts';
import { fieldName } from '../ui/words.ts';

/** Of `custom.visitDate.0` the last name that is one: `visitDate`. */
const lastName = (field: string): string =>
  field.split('.').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? '';

/** A fault whose field has no input on the screen, told with the field as people call it. */
export function faultInWords({ field, message }: { readonly field: string; readonly message: string }): string {
  const name = Object.hasOwn(faultWords, field) ? (faultWords[field] ?? '') : fieldName(lastName(field));
  return name === '' ? message : `${name}: ${message}`;
}
