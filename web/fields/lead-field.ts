import type { Ok } from '../frame/ok.ts';
import { fieldTexts as t } from '../texts/fields.ts';
import { furnitureTexts } from '../texts/furniture.ts';
import { inWords } from '../ui/words.ts';

export type LeadField = Ok<'/api/v1/verticals/{verticalId}/fields', 'get'>['data'][number];

const wordOf = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? inWords(code);

/** What a PHI class is called: "Health data". */
export const className = (phiClass: string): string => wordOf(t.classes, phiClass);

/** What a type is called: "One of a list". */
export const typeName = (type: string): string => wordOf(t.types, type);

/** The classes, the most guarded first. */
export const CLASSES = ['health', 'identity', 'contact', 'other'] as const;

/** What a value of the field is chosen from; undefined for one that is written. */
export function choicesOf(field: LeadField | undefined): { value: string; label: string }[] | undefined {
  if (field?.type === 'boolean')
    return [
      { value: 'true', label: furnitureTexts.yes },
      { value: 'false', label: furnitureTexts.no },
    ];
  return field?.options?.map((value) => ({ value, label: value }));
}
