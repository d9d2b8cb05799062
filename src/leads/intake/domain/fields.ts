import type { Fault } from '../../../kernel/app-error.ts';
import { CONTROL_KEYS } from './control-keys.ts';

export { CONTROL_KEYS };

export type FieldTier = 'global' | 'vertical' | 'campaign';
export type FieldType = 'text' | 'number' | 'boolean' | 'date' | 'select' | 'email' | 'phone' | 'url';
export type PhiClass = 'identity' | 'contact' | 'health' | 'other';
export type FieldValue = string | number | boolean;

/** How the global fields of a special shape are read. Custom fields have a type only. */
export type FieldFormat = 'verbatim' | 'birth_date' | 'instant' | 'zip' | 'zip_plus_4' | 'state' | 'ip';

/** One field of the lead schema. `maxLength` counts characters and is for text; `min` and `max` are for numbers. */
export interface FieldDefinition {
  readonly name: string;
  readonly tier: FieldTier;
  readonly type: FieldType;
  readonly phiClass: PhiClass;
  readonly required: boolean;
  readonly label: string;
  readonly options?: readonly string[];
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly format?: FieldFormat;
  /** Whether a ping may carry it, and bids be asked for with it. */
  readonly pingSafe?: boolean;
}

/** The class of whatever nobody classified: the one that fewest readers may open. */
export const DEFAULT_PHI_CLASS: PhiClass = 'health';

/** Completes a vertical or campaign field as an administrator wrote it; without a class it counts as health data. */
export function defineField(
  input: Pick<FieldDefinition, 'name' | 'tier' | 'type'> & Partial<FieldDefinition>,
): FieldDefinition {
  return {
    ...input,
    phiClass: input.phiClass ?? DEFAULT_PHI_CLASS,
    required: input.required ?? false,
    label: input.label ?? input.name,
  };
}

/** The field that holds the extension of a phone field: `phone` → `phoneExtension`. */
export const extensionFieldOf = (phoneField: string): string => `${phoneField}Extension`;

const NAME = /^[a-z][a-zA-Z0-9]{0,63}$/;
const MAX_OPTIONS = 500;
const MAX_OPTION_LENGTH = 200;
const MAX_TEXT_LENGTH = 10_000;

/**
 * Checks a vertical or campaign field before it is saved.
 * `upperTierNames` are the names already taken: those of the upper tiers, and of its siblings.
 * Returns every fault at once; an empty list means the definition is sound.
 */
export function checkFieldDefinition(definition: FieldDefinition, upperTierNames: Iterable<string>): Fault[] {
  return [
    ...checkName(definition, new Set([...upperTierNames].map((name) => name.toLowerCase()))),
    ...checkLabel(definition),
    ...checkOptions(definition),
    ...checkLimits(definition),
    ...checkPingSafe(definition),
  ];
}

function checkName({ name, type }: FieldDefinition, taken: ReadonlySet<string>): Fault[] {
  const fault = (rule: string, message: string): Fault[] => [{ field: 'name', rule, message }];
  if (!NAME.test(name)) {
    return fault('name_shape', 'Use camelCase: a lower-case letter, then at most 63 letters and digits.');
  }
  if (CONTROL_KEYS.has(name) || name in Object.prototype) {
    return fault('reserved', 'This name has a meaning of its own in a request. Choose another.');
  }
  if (taken.has(name.toLowerCase())) {
    return fault('name_taken', 'A field of this name, in some spelling of capitals, exists already. Choose another.');
  }
  if (type === 'phone' && taken.has(extensionFieldOf(name).toLowerCase())) {
    return fault('name_taken', `The name ${extensionFieldOf(name)}, which would hold the extension, exists already.`);
  }
  const stem = name.endsWith('Extension') ? name.slice(0, -'Extension'.length).toLowerCase() : '';
  if (taken.has(stem))
    return fault('reserved', 'This name is kept for the extension of a phone field. Choose another.');
  return [];
}

function checkLabel({ label }: FieldDefinition): Fault[] {
  if (label.trim() !== '' && label.length <= MAX_OPTION_LENGTH) return [];
  return [{ field: 'label', rule: 'length', message: `Give a label of 1 to ${MAX_OPTION_LENGTH} characters.` }];
}

function checkOptions({ type, options }: FieldDefinition): Fault[] {
  const fault = (rule: string, message: string): Fault[] => [{ field: 'options', rule, message }];
  if (type !== 'select') {
    return options === undefined ? [] : fault('not_allowed', 'Only a select field has options. Leave them out.');
  }
  if (options === undefined || options.length === 0) return fault('required', 'List the options of the select field.');
  if (options.length > MAX_OPTIONS) return fault('too_many', `Give at most ${MAX_OPTIONS} options.`);
  if (options.some((option) => option !== option.trim() || option === '' || option.length > MAX_OPTION_LENGTH)) {
    return fault('option_shape', `Each option has 1 to ${MAX_OPTION_LENGTH} characters and no outer white space.`);
  }
  if (new Set(options.map((option) => option.toLowerCase())).size < options.length) {
    return fault('option_twice', 'Two options are the same or differ in capitals only. Keep one.');
  }
  return [];
}

/** Of what every lead has, this house chose itself. */
function checkPingSafe({ pingSafe, tier, phiClass, type }: FieldDefinition): Fault[] {
  if (pingSafe !== true || tier === 'global') return [];
  const tells = phiClass === 'identity' || phiClass === 'contact' || ['email', 'phone', 'url'].includes(type);
  const message = 'A field that tells who a person is may not be in a ping. Leave pingSafe out, or say another class.';
  return tells ? [{ field: 'pingSafe', rule: 'not_allowed', message }] : [];
}

function checkLimits({ type, maxLength, min, max }: FieldDefinition): Fault[] {
  const faults: Fault[] = [];
  if (
    maxLength !== undefined &&
    (type !== 'text' || !Number.isInteger(maxLength) || maxLength < 1 || maxLength > MAX_TEXT_LENGTH)
  ) {
    faults.push({
      field: 'maxLength',
      rule: 'range',
      message: `A text field may have a maxLength of 1 to ${MAX_TEXT_LENGTH}.`,
    });
  }
  for (const [field, bound] of [
    ['min', min],
    ['max', max],
  ] as const) {
    if (bound !== undefined && (type !== 'number' || !Number.isFinite(bound))) {
      faults.push({
        field,
        rule: 'not_allowed',
        message: `Only a number field has a ${field}, and it is a finite number.`,
      });
    }
  }
  if (min !== undefined && max !== undefined && min > max) {
    faults.push({ field: 'max', rule: 'range', message: 'The max lies below the min. Exchange them.' });
  }
  return faults;
}
