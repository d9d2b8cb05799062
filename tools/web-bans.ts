import ts from 'typescript';
import type { CodeBan } from './code-ban.ts';

const READ_OUT = new Set(['label', 'title', 'placeholder', 'description', 'aria-label', 'alt', 'message', 'text']);
const WORDS = /\p{L}{2}/u;

/** Whether the node is text that a person reads: between tags, or in an attribute that is shown or read out. */
function isReadText(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return WORDS.test(node.text);
  if (!ts.isJsxAttribute(node) || !READ_OUT.has(node.name.getText())) return false;
  return node.initializer !== undefined && ts.isStringLiteral(node.initializer) && WORDS.test(node.initializer.text);
}

/** What pages may not do themselves. */
export const bansOfWeb: readonly CodeBan[] = [
  {
    message: 'what people read stands in web/texts/.',
    applies: (path) => /^web\/.*\.tsx$/.test(path),
    breaks: isReadText,
  },
];
