import { terminalText } from '../lead-submit/outcome.ts';
import type { Screen } from '../lead-submit/show-progress.ts';

/** What became of one thing. */
export type Deed = 'create' | 'change' | 'same';

/** Something that could not be brought over, and what to do about it. */
export interface LeftOut {
  readonly kind: string;
  readonly name: string;
  readonly why: string;
  readonly remedy: string;
}

export interface Report {
  reading(what: string, count: number): void;
  did(deed: Deed, kind: string, name: string): void;
  leave(left: LeftOut): void;
  /** Something that a person has to do though all went well. */
  remind(sentence: string): void;
  /** The end of it; whether all was brought over. */
  close(isDryRun: boolean): boolean;
}

/** Says as it goes what is done, and at the end what is not. Texts of the other system are made harmless first. */
export function openReport(out: Screen): Report {
  const counts: Record<Deed, number> = { create: 0, change: 0, same: 0 };
  const left: LeftOut[] = [];
  const reminders = new Set<string>();
  const line = (first: string, kind: string, rest: string): void =>
    void out.write(`${first.padEnd(7)} ${kind.padEnd(16)} ${terminalText(rest)}\n`);
  return {
    reading: (what, count) => line('read', what, String(count)),
    did(deed, kind, name) {
      counts[deed] += 1;
      line(deed, kind, name);
    },
    leave(one) {
      left.push(one);
      line('cannot', one.kind, `${one.name}: ${one.why} ${one.remedy}`);
    },
    remind: (sentence) => void reminders.add(sentence),
    close(isDryRun) {
      const { create, change, same } = counts;
      const [made, changed] = isDryRun ? ['would be created', 'would be changed'] : ['created', 'changed'];
      out.write(`\n${create} ${made}, ${change} ${changed}, ${same} the same, ${left.length} left out.\n`);
      if (left.length > 0) out.write(`\nLeft out, and what to do:\n`);
      for (const { kind, name, why, remedy } of left)
        out.write(`- ${terminalText(`${kind} ${name}: ${why} ${remedy}`)}\n`);
      if (reminders.size > 0) out.write(`\nBefore partners change their host:\n`);
      for (const sentence of reminders) out.write(`- ${sentence}\n`);
      if (isDryRun) out.write('\nThis was a dry run: nothing was kept.\n');
      return left.length === 0;
    },
  };
}
