import type { Check, Finding, NamedFinding } from './finding.ts';

/**
 * Runs the checks one after the other and hands on each finding as it is made. A check that throws becomes a problem of
 * its own, so that the others still speak.
 */
export async function runChecks<Scene>(
  checks: readonly Check<Scene>[],
  scene: Scene,
  onFinding: (finding: NamedFinding) => void,
): Promise<void> {
  for (const check of checks) {
    for (const finding of await findingsOf(check, scene)) onFinding({ name: check.name, ...finding });
  }
}

async function findingsOf<Scene>(check: Check<Scene>, scene: Scene): Promise<readonly Finding[]> {
  try {
    return await check.look(scene);
  } catch (error) {
    return [
      {
        state: 'problem',
        message: `This could not be checked: ${reasonOf(error)}`,
        remedy: 'Mend what the message names, then run careroute doctor again.',
      },
    ];
  }
}

/** An error in one line. A connection that failed on several addresses has its reasons inside, and no message. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return [...new Set(error.errors.map(reasonOf))].join('; ');
  }
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return (error.message || code).replaceAll(/\s+/g, ' ').trim();
}
