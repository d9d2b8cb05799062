import ts from 'typescript';
import { calls, dotted, literalText, type CodeBan } from './code-ban.ts';
import { isTest } from './source-files.ts';

const product = (path: string): boolean => /^(src|web)\//.test(path) && !isTest(path);

function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return /^(globalThis\.)?process\.env$/.test(dotted(node));
  if (ts.isElementAccessExpression(node)) return /process\[['"]env['"]\]$/.test(dotted(node));
  if (ts.isBindingElement(node)) {
    const source = node.parent.parent;
    const named = (node.propertyName ?? node.name).getText() === 'env';
    return named && ts.isVariableDeclaration(source) && source.initializer?.getText() === 'process';
  }
  if (!ts.isImportSpecifier(node)) return false;
  const from = node.parent.parent.parent.moduleSpecifier.getText();
  return (node.propertyName ?? node.name).text === 'env' && /process/.test(from);
}

const CLOCKS =
  /^((Date|performance|globalThis\.Date)\.now|Date|Temporal\.Now\..*|process\.hrtime(\.bigint)?|systemClock\..*)$/;
const DICE = /^(Math\.random|(crypto\.)?(randomUUID|randomBytes|randomInt|getRandomValues))$/;

function takesClockOrDice(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return dotted(node.expression) === 'Date' && (node.arguments ?? []).length === 0;
  if (calls(node, /^newId$/)) return node.arguments.length < 2;
  return calls(node, CLOCKS) || calls(node, DICE);
}

const SQL = /^\s*(select\s[\s\S]*\bfrom\b|insert\s+into\b|update\s+\S+\s+set\b|delete\s+from\b|with\s+\w+\s+as\s*\()/i;

/** Things that have one place in the house. */
export const bansOfPlace: readonly CodeBan[] = [
  {
    message: 'process.env is read only in platform/config: take the setting as an argument.',
    applies: (path) => product(path) && !path.startsWith('src/platform/config/'),
    breaks: readsEnvironment,
  },
  {
    message: 'rules take `now` and randomness as arguments.',
    applies: (path) => product(path) && path.includes('/domain/'),
    breaks: takesClockOrDice,
  },
  {
    message: 'rows are reached through withTenant, never through the pool.',
    applies: (path) => product(path) && !path.startsWith('src/platform/postgres/'),
    breaks: (node) => calls(node, /(^|[.])(\w*[a-z]P|p)ool\(?\)?[.](query|connect)$/),
  },
  {
    message: "SQL stands in the room's store.ts (or <noun>-store.ts).",
    applies: (path) => product(path) && /^src\/(leads|patients)\//.test(path) && !/[/-]store\.ts$/.test(path),
    breaks: (node) => SQL.test(literalText(node) ?? ''),
  },
  {
    message: 'platform/outbound is the only way out.',
    applies: (path) => product(path) && /^src\/(core|leads|patients)\//.test(path),
    breaks: (node) => calls(node, /^(globalThis\.)?fetch$/),
  },
];
