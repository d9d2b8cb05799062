const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Names that mean nothing outside one machine or network (RFC 6761, RFC 6762). */
const PRIVATE = new Set(['localhost', 'local', 'localdomain', 'internal', 'invalid', 'test', 'example', 'onion']);

/** A host name as it is kept: lower case, without the dot of the root. */
export const plainHost = (text: string): string => text.trim().toLowerCase().replace(/\.$/, '');

/** Whether a text is the full name of a host that others can look up (RFC 1123): no address, no single label. */
export function isHostName(text: string): boolean {
  const name = plainHost(text);
  const labels = name.split('.');
  const last = labels.at(-1) ?? '';
  if (name.length > 253 || labels.length < 2 || PRIVATE.has(last)) return false;
  return labels.every((label) => LABEL.test(label)) && /[a-z]/.test(last);
}
