/** `npm run check`: every lock of the house. All steps run, whatever fails; the slow ones begin first. */
import { runSteps, type Step, type StepResult } from './run-steps.ts';

const STEPS: readonly Step[] = [
  { script: 'check:schema', proves: 'db/schema.sql equals the replayed migrations' },
  { script: 'lint', proves: 'lint, with types' },
  { script: 'check:openapi', proves: 'the OpenAPI document is undrifted' },
  { script: 'check:client', proves: 'the web client is that of the OpenAPI document' },
  { script: 'check:rooms', proves: 'room rules, over every module and import' },
  { script: 'check:dead-code', proves: 'no unused file, export or dependency' },
  { script: 'check:dead-product-code', proves: 'no product file or package lives for tests alone' },
  { script: 'typecheck', proves: 'types' },
  { script: 'check:sizes', proves: 'size budgets' },
  { script: 'check:bans', proves: 'what STYLE.md forbids' },
  { script: 'check:furniture', proves: 'names, doors and furniture' },
];
const AT_ONCE = 2;

function print(result: StepResult): void {
  const verdict = result.ok ? 'ok  ' : 'FAIL';
  const time = `${result.seconds.toFixed(1)} s`.padStart(7);
  console.log(`${verdict} ${time}  ${result.step.script.padEnd(24)} ${result.step.proves}`);
  if (!result.ok) console.log(result.output.replaceAll(/^/gm, '     | '));
}

const began = performance.now();
const results = await runSteps(process.argv[2] ?? process.cwd(), STEPS, AT_ONCE, print);
const failed = results.filter((result) => !result.ok).map((result) => result.step.script);
const total = ((performance.now() - began) / 1000).toFixed(1);
console.log(`${results.length - failed.length} of ${results.length} checks passed in ${total} s`);
if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
