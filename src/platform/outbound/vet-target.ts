import { fail, ok, type Result } from '../../kernel/result.ts';
import type { AddressVerdict } from './addresses.ts';
import { refusalOf, type Attempt, type Refusal } from './attempt.ts';

export interface Vetting {
  readonly resolve: (host: string, signal: AbortSignal) => Promise<readonly string[]>;
  readonly verdict: (address: string) => AddressVerdict;
}

/**
 * The addresses of the target, if each of them may be reached. One bad record refuses the name: connecting to a good
 * one of a mixed answer would leave the choice to whoever writes the records.
 */
export async function vetTarget(attempt: Attempt, vetting: Vetting): Promise<Result<readonly string[], Refusal>> {
  const { host, isLiteral, port } = attempt.target;
  let addresses: readonly string[];
  try {
    addresses = isLiteral ? [host] : await vetting.resolve(host, attempt.signal);
  } catch (error) {
    return fail(refusalOf('unresolvable', error));
  }
  const verdicts = addresses.map(vetting.verdict);
  if (verdicts.length === 0) return fail({ reason: 'unresolvable' });
  if (verdicts.includes('refused')) return fail({ reason: 'address_not_public' });
  if (port !== 443 && verdicts.includes('public')) return fail({ reason: 'port_not_allowed' });
  return ok(addresses);
}
