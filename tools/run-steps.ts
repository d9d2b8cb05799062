import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** A script of package.json to run, and what it proves. */
export interface Step {
  readonly script: string;
  readonly proves: string;
}

export interface StepResult {
  readonly step: Step;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
}

const seconds = (since: number): number => (performance.now() - since) / 1000;

/** Runs one script by Node's own runner: the same commands as `npm run`, without npm's start-up time. */
async function runStep(root: string, step: Step): Promise<StepResult> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--run', step.script], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { step, ok: code === 0, seconds: seconds(began), output: `${out}${err}`.trim() };
}

/** Runs all steps, `atOnce` at a time in the given order, reports each as it ends and returns all results. */
export async function runSteps(
  root: string,
  steps: readonly Step[],
  atOnce: number,
  report: (result: StepResult) => void,
): Promise<StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runStep(root, step);
      report(result);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
