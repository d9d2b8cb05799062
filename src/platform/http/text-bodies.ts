/** Bodies whose values are all text, as those of forms and of XML: the validator may read numbers from them. */
const textBodies = new WeakSet<object>();

/** Says that all values of a body are text. */
export function markTextBody<T extends object>(body: T): T {
  textBodies.add(body);
  return body;
}

/** Whether the value was read from a form or from XML. */
export const isTextBody = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && textBodies.has(value);
