/** A command of the CLI. `run` gives the exit code: 0 done, 1 failed, 2 called wrongly. */
export interface Command {
  readonly name: string;
  readonly form: string;
  readonly summary: string;
  run(args: readonly string[]): Promise<number>;
}
