import ts from 'typescript';
import { reportFindings, type Findings, type HouseFault } from './fault.ts';
import { isGenerated, readSourceFiles, type SourceFile } from './source-files.ts';
import { eachNode, endLineOf, lineOf, parseSource } from './syntax.ts';

const FILE_LINES = 300;
const MEDIAN_LINES = 80;
const FUNCTION_LINES = 50;
const PARAMETERS = 4;
const COLUMNS = 120;

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (upper + lower) / 2;
}

function fileFaults(file: SourceFile): HouseFault[] {
  const lines = linesOf(file.text);
  const wide = lines.flatMap((text, at) => {
    const fits = text.length <= COLUMNS || file.path.endsWith('.sql');
    return fits ? [] : [{ file: file.path, line: at + 1, message: `${text.length} columns, over ${COLUMNS}.` }];
  });
  if (lines.length <= FILE_LINES) return wide;
  const message = `${lines.length} lines, over ${FILE_LINES}: a second concept wants its own file.`;
  return [{ file: file.path, message }, ...wide];
}

/** The callback of `describe` groups tests and has no length of its own. */
function groupsTests(node: ts.Node): boolean {
  const call = node.parent;
  return ts.isCallExpression(call) && /^(describe|suite)\b/.test(call.expression.getText());
}

function functionFaults(file: SourceFile): HouseFault[] {
  const faults: HouseFault[] = [];
  eachNode(parseSource(file), (node) => {
    if (!ts.isFunctionLike(node)) return;
    const at = { file: file.path, line: lineOf(node) };
    const parameters = node.parameters.filter((parameter) => parameter.name.getText() !== 'this').length;
    if (parameters > PARAMETERS) {
      faults.push({ ...at, message: `${parameters} parameters, over ${PARAMETERS}: pass one ctx.` });
    }
    const lines = endLineOf(node) - at.line + 1;
    if (lines > FUNCTION_LINES && !groupsTests(node)) {
      faults.push({ ...at, message: `a function of ${lines} lines, over ${FUNCTION_LINES}.` });
    }
  });
  return faults;
}

/** The size budgets of STYLE.md over every TypeScript and SQL file that a person wrote. */
export async function checkSizes(root: string): Promise<Findings> {
  const files = (await readSourceFiles(root, /\.(tsx?|sql)$/)).filter((file) => !isGenerated(file.path));
  const middle = median(files.map((file) => linesOf(file.text).length));
  const code = files.filter((file) => !file.path.endsWith('.sql'));
  const faults = [...files.flatMap(fileFaults), ...code.flatMap(functionFaults)];
  if (middle > MEDIAN_LINES) {
    faults.push({ file: '.', message: `the median file has ${middle} lines, over ${MEDIAN_LINES}.` });
  }
  return { seen: `${files.length} files, median ${middle} lines`, faults };
}

if (import.meta.main) await reportFindings('sizes', checkSizes);
