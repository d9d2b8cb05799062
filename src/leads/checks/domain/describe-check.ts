import { unreachable } from '../../../kernel/result.ts';
import type { CheckKind, CheckOutcome } from './judge-checks.ts';

/** What a check came to, as a sentence that names the remedy and nothing of the person. */
export function describeCheck(kind: CheckKind, outcome: CheckOutcome): string {
  switch (outcome) {
    case 'clear':
      return 'Nothing stands against it.';
    case 'listed':
      return kind === 'litigator'
        ? 'The vendor names the contact among litigators.'
        : 'The vendor has the contact on its list.';
    case 'invalid':
      return kind === 'email' ? 'The address is not in use.' : 'The number is not in use.';
    case 'unknown':
      return 'The vendor could not tell.';
    case 'no_agreement':
      return 'Nothing was sent: the vendor has no signed BAA, which this vertical needs. Sign one, and say so here.';
    case 'not_asked':
      return 'Nobody was asked, because the post was expected to be refused for another reason.';
    case 'vendor_down':
      return 'Nobody was asked: the vendor had failed several times in a row. It is tried again every half minute.';
    case 'timed_out':
      return 'The vendor did not answer in time. Give it longer, or ask the vendor.';
    case 'unreachable':
      return 'The vendor could not be reached. Check its address and its certificate.';
    case 'connection_lost':
      return 'The connection broke before the answer came.';
    case 'http_error':
      return 'The vendor answered with an error. Check the address and the secret.';
    case 'malformed':
      return 'The answer was not of the form that is asked for.';
    default:
      return unreachable(outcome);
  }
}
