import type { UseFormReturnType } from '@mantine/form';
import { valueText } from '../value-text.ts';

/** How a form's fields are called, and how their values are said where the value itself says too little. */
export type FieldWords<V> = {
  readonly [K in keyof V]?: string | { readonly label: string; readonly say: (value: V[K]) => string };
};

export interface Change {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What differs from what was loaded, field by field, in words. */
export function changesOf<V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
  values: V,
  words: FieldWords<V>,
): Change[] {
  const initial = form.getInitialValues();
  return (Object.keys(words) as (keyof V & string)[]).flatMap((name) => {
    const word = words[name];
    if (word === undefined || JSON.stringify(initial[name]) === JSON.stringify(values[name])) return [];
    const [label, say] = typeof word === 'string' ? [word, valueText] : [word.label, word.say];
    return [{ label, before: say(initial[name]), after: say(values[name]) }];
  });
}
