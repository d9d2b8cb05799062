type FieldValue = string | number | boolean;

/**
 * What a buyer is given of a lead: the fields its contract licenses that the lead has, in the contract's order, so that
 * a delivery sent again has the same bytes. Nothing else can be in it (minimum necessary, 45 CFR 164.502(b)).
 */
export function licensedPayload(
  fields: Readonly<Record<string, FieldValue>>,
  licensedFields: readonly string[],
): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(
    [...new Set(licensedFields)].flatMap((name) => {
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
