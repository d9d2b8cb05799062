import { unreachable } from '../../kernel/result.ts';
import type { BuyerAnswer, Ledger } from './buyer-simulator-ledger.ts';

/** How a buyer behaves: the first row are ways of deciding, the second are ways of failing. */
export const BEHAVIOURS = [
  'accept',
  'reject',
  'reject_every_third',
  'slow',
  'duplicate',
  'lie_then_accept',
  'timeout',
  'reset',
  'garbage',
  'status_500',
  'http_302',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** What goes back over the wire. */
export type Reply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: BuyerAnswer | { readonly error: string } }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'redirect' }
  | { readonly kind: 'silence' }
  | { readonly kind: 'reset' };

const BROKEN: Reply = { kind: 'answer', status: 500, body: { error: 'internal_error' } };
const given = (body: BuyerAnswer): Reply => ({ kind: 'answer', status: 200, body });

/** The reply to a delivery. A delivery that was answered once gets that answer again, and is never decided twice. */
export function replyTo(behaviour: Behaviour, ledger: Ledger, number: number): Reply {
  switch (behaviour) {
    case 'timeout':
      return { kind: 'silence' };
    case 'reset':
      return { kind: 'reset' };
    case 'garbage':
      return { kind: 'text', text: '{"accepted": tr' };
    case 'status_500':
      return BROKEN;
    case 'http_302':
      return { kind: 'redirect' };
    case 'lie_then_accept': {
      const known = ledger.at(number).answer;
      const answer = known ?? decide('accept', ledger, number);
      return known ? given(answer) : BROKEN;
    }
    case 'accept':
    case 'reject':
    case 'reject_every_third':
    case 'slow':
    case 'duplicate':
      return given(ledger.at(number).answer ?? decide(behaviour, ledger, number));
    default:
      return unreachable(behaviour);
  }
}

type Deciding = 'accept' | 'reject' | 'reject_every_third' | 'slow' | 'duplicate';

function decide(behaviour: Deciding, ledger: Ledger, number: number): BuyerAnswer {
  const answer = answerOf(behaviour, ledger.answered() + 1, number);
  ledger.settle(number, answer);
  return answer;
}

function answerOf(behaviour: Deciding, count: number, number: number): BuyerAnswer {
  const rejects = behaviour === 'reject' || (behaviour === 'reject_every_third' && count % 3 === 0);
  if (rejects) return { accepted: false, reason: 'out_of_area' };
  if (behaviour === 'duplicate') return { accepted: false, status: 'duplicate', reason: 'duplicate' };
  return { accepted: true, buyerLeadId: `B-${String(number).padStart(6, '0')}` };
}
