/** One breach of a house rule: where, and what to do about it. `line` counts from 1. */
export interface HouseFault {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** What a check saw and what it found; `seen` is one line for people, such as `41 files`. */
export interface Findings {
  readonly seen: string;
  readonly faults: readonly HouseFault[];
}

const place = (fault: HouseFault): string => (fault.line === undefined ? fault.file : `${fault.file}:${fault.line}`);

/** The findings as text, one fault a line, ordered by place. */
function formatFindings(name: string, findings: Findings): string {
  const lines = findings.faults.map((fault) => `${place(fault)}  ${fault.message}`).toSorted();
  const verdict = lines.length === 0 ? 'no faults' : `${lines.length} ${lines.length === 1 ? 'fault' : 'faults'}`;
  return [...lines, `${name}: ${findings.seen}, ${verdict}`].join('\n');
}

/** The command line of a check: prints the findings for the tree at `argv[2]` (or here) and sets the exit code. */
export async function reportFindings(name: string, check: (root: string) => Promise<Findings>): Promise<void> {
  const findings = await check(process.argv[2] ?? process.cwd());
  console.log(formatFindings(name, findings));
  process.exitCode = findings.faults.length === 0 ? 0 : 1;
}
