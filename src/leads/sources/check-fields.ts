import { invalid } from '../../kernel/app-error.ts';

/** Throws VALIDATION_ERROR for names of `dedupFields` that are not known: duplicates are told by what leads have. */
export function refuseUnknownFields(known: readonly { readonly name: string }[], names: readonly string[]): void {
  const unknown = names.flatMap((name, index) => (known.some((field) => field.name === name) ? [] : [index]));
  if (unknown.length === 0) return;
  throw invalid(
    unknown.map((index) => ({
      field: `dedupFields.${index}`,
      rule: 'unknown_field',
      message: 'Leads have no field of this name. Send the name of one.',
    })),
  );
}
