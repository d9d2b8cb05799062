import { furnitureTexts as t } from '../texts/furniture.ts';

/** Any value of the API in words. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return t.dash;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? t.dash : value.map(valueText).join(', ');
  return JSON.stringify(value);
}
