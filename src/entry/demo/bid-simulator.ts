import { performance } from 'node:perf_hooks';
import { unreachable } from '../../kernel/result.ts';

/** How a buyer bids: the first row are ways of bidding, the second are ways of failing. */
export const BID_BEHAVIOURS = [
  'bid',
  'no_bid',
  'silent',
  'garbage',
  'text',
  'not_a_number',
  'negative',
  'fraction',
  'other_currency',
  'other_ping',
  'status_500',
] as const;
export type BidBehaviour = (typeof BID_BEHAVIOURS)[number];

/** How a simulated buyer bids from now on. */
export interface Bidding {
  readonly behaviour: BidBehaviour;
  /** In dollars, as it is written into the answer. */
  readonly bid: string;
  /** How long it thinks; late, if that is longer than anybody waits. */
  readonly delayMs: number;
}

/** A request for a bid as the buyer got it, and how long the buyer itself took to answer. */
export interface ReceivedPing {
  readonly pingId: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** From when the request was read to when the answer was written. */
  tookMs: number | null;
}

/** What goes back; undefined: nothing ever does. */
export interface BidReply {
  readonly status: number;
  readonly text: string;
}

let serial = 0;

/** The answer to a request for a bid. `tookMs` tells whoever measures us how long we took ourselves. */
export function bidReply({ behaviour, bid }: Bidding, pingId: unknown, startedAt: number): BidReply | undefined {
  const said = (body: string): BidReply => ({ status: 200, text: body });
  const tookMs = (performance.now() - startedAt).toFixed(3);
  const answer = (amount: string, more = ''): BidReply => {
    serial += 1;
    const id = JSON.stringify(pingId);
    return said(`{"pingId":${id},"accepted":true,"bid":${amount},"bidId":"b-${serial}","tookMs":${tookMs}${more}}`);
  };
  switch (behaviour) {
    case 'bid':
      return answer(bid);
    case 'no_bid':
      return said(`{"pingId":${JSON.stringify(pingId)},"accepted":false}`);
    case 'silent':
      return undefined;
    case 'garbage':
      return said('{"accepted": tr');
    case 'text':
      return answer(`"${bid}"`);
    case 'not_a_number':
      return answer('NaN');
    case 'negative':
      return answer(`-${bid}`);
    case 'fraction':
      return answer(`${bid}1`);
    case 'other_currency':
      return answer(bid, ',"currency":"EUR"');
    case 'other_ping':
      return said(`{"pingId":"00000000-0000-7000-8000-000000000000","accepted":true,"bid":${bid}}`);
    case 'status_500':
      return { status: 500, text: '{"error":"internal_error"}' };
    default:
      return unreachable(behaviour);
  }
}
