/** How well something is: `warning` works today and should be looked at, `problem` does not work or is not safe. */
export type State = 'ok' | 'warning' | 'problem';

/** What one look showed. No message holds a secret or a value of a person. */
export interface Finding {
  readonly state: State;
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string;
}

/** A finding with the name of the check that made it. */
export interface NamedFinding extends Finding {
  readonly name: string;
}

/** One row of a table of checks: looks at `scene` and changes nothing. */
export interface Check<Scene> {
  readonly name: string;
  look(scene: Scene): Promise<readonly Finding[]> | readonly Finding[];
}

export const fine = (message: string): Finding => ({ state: 'ok', message });
export const warning = (message: string, remedy: string): Finding => ({ state: 'warning', message, remedy });
export const problem = (message: string, remedy: string): Finding => ({ state: 'problem', message, remedy });
