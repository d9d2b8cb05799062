import ts from 'typescript';
import { calls, type CodeBan } from './code-ban.ts';
import { isTest } from './source-files.ts';

const SILENCE = /^(skip|only|todo)$/;

function silences(node: ts.Node): boolean {
  if (calls(node, /^(test|it|describe|suite|t|context)[.](skip|only|todo)$/)) return true;
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return false;
  const call = node.parent.parent;
  return SILENCE.test(node.name.getText()) && calls(call, /^(test|it|describe|suite|t[.]test)$/);
}

const looseAssert = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node) && /^['"](node:)?assert['"]$/.test(node.moduleSpecifier.getText());

/** Tests that could not speak. */
export const bansOfTests: readonly CodeBan[] = [
  { message: 'a silenced test: mend it or delete it.', applies: isTest, breaks: silences },
  { message: 'tests use node:assert/strict.', applies: isTest, breaks: looseAssert },
];
