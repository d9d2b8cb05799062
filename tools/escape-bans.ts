import ts from 'typescript';
import { calls, type CodeBan } from './code-ban.ts';
import { isTest } from './source-files.ts';

const everywhere = (): boolean => true;

const bare = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ? bare(node.expression) : node;

function assertsTwice(node: ts.Node): boolean {
  if (!ts.isAssertionExpression(node)) return false;
  const inner = bare(node.expression);
  return ts.isAssertionExpression(inner) && /^(unknown|any|never)$/.test(inner.type.getText());
}

const isNothing = (node: ts.Node): boolean =>
  (ts.isBlock(node) && node.statements.length === 0) || /^(undefined|null|void 0)$/.test(node.getText());

function swallows(node: ts.Node): boolean {
  if (ts.isCatchClause(node)) return node.block.statements.length === 0;
  if (!calls(node, /[.]catch$/)) return false;
  const [handler] = node.arguments;
  return handler !== undefined && ts.isArrowFunction(handler) && isNothing(handler.body);
}

/** Ways around the type checker and around errors. */
export const bansOfEscape: readonly CodeBan[] = [
  { message: 'a double assertion hides a wrong type: narrow the value.', applies: everywhere, breaks: assertsTwice },
  {
    message: 'a swallowed error: handle the named case and rethrow the rest.',
    applies: (path) => !isTest(path) || path.startsWith('test/kit/'),
    breaks: swallows,
  },
];
