import { isValidElement, type ReactNode } from 'react';

/** A piece that says itself as text: the amount without its sign, the instant in ISO 8601. */
type Speaking = { readonly inText: (props: unknown) => string };

const isSpeaking = (type: unknown): type is Speaking =>
  typeof type === 'function' && 'inText' in type && typeof type.inText === 'function';

/**
 * What a cell says, without drawing it: texts and numbers, pieces that have `inText`, and what others hold. Throws for
 * a piece that draws what it does not hold: the column needs a `text` of its own.
 */
export function nodeText(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (Array.isArray(node)) return node.map((part: ReactNode) => nodeText(part)).join('');
  if (!isValidElement<{ readonly children?: ReactNode }>(node)) throw new Error('a cell that cannot be said as text');
  if (isSpeaking(node.type)) return node.type.inText(node.props);
  if (typeof node.type === 'function' && node.props.children === undefined)
    throw new Error(`a column that shows ${node.type.name} needs a text`);
  return nodeText(node.props.children);
}
