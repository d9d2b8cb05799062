import type { Ok } from '../frame/ok.ts';
import { fieldTexts as t } from '../texts/fields.ts';
import { inWords } from '../ui/words.ts';

export type LeadField = Ok<'/api/v1/verticals/{verticalId}/fields', 'get'>['data'][number];

const wordOf = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? inWords(code);

/** What a PHI class is called: "Health data". */
export const className = (phiClass: string): string => wordOf(t.classes, phiClass);

/** What a type is called: "One of a list". */
export const typeName = (type: string): string => wordOf(t.types, type);

/** The classes, the most guarded first. */
export const CLASSES = ['health', 'identity', 'contact', 'other'] as const;
