import ts from 'typescript';

/** Something that may not be written where `applies` holds; `breaks` is asked of every node of the syntax tree. */
export interface CodeBan {
  readonly message: string;
  readonly applies: (path: string) => boolean;
  readonly breaks: (node: ts.Node) => boolean;
}

/** `a.b.c` as text without white space, for a property access or an identifier. */
export const dotted = (node: ts.Node): string => node.getText().replaceAll(/\s|\?/g, '');

/** Whether the node calls exactly this dotted name. */
export const calls = (node: ts.Node, name: RegExp): node is ts.CallExpression =>
  ts.isCallExpression(node) && name.test(dotted(node.expression));

/** The text of a string, of a template, or of the fixed parts of a template with values (each value reads `?`). */
export function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('?');
}
