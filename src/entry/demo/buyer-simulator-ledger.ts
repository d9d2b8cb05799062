import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What a buyer said to a delivery, in the words of real buyers. */
export interface BuyerAnswer {
  readonly accepted: boolean;
  readonly buyerLeadId?: string;
  readonly status?: string;
  readonly reason?: string;
}

/** One delivery as the buyer got it. Sent again, it is the same delivery with one more request. */
export interface ReceivedLead {
  /** The idempotency key, or else the webhook id; null for a request without both. */
  readonly deliveryId: string | null;
  readonly receivedAt: string;
  readonly requests: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** Those that matter to a buyer: idempotency key and webhook signature. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null while the buyer has not decided, because it failed or never answered. */
  readonly answer: BuyerAnswer | null;
}

/** What one buyer received, in the order of first arrival. */
export interface Ledger {
  /** Notes a request; a delivery that is known already gains a request and keeps its body. */
  receive(lead: Omit<ReceivedLead, 'requests' | 'answer'>): number;
  /** Notes the answer; from then on the delivery has it for good. */
  settle(number: number, answer: BuyerAnswer): void;
  at(number: number): ReceivedLead;
  /** How many deliveries have an answer. */
  answered(): number;
  all(): ReceivedLead[];
}

type Entry = readonly [number: number, lead: ReceivedLead];

/**
 * Keeps the latest `keep` deliveries, and with a `stateFile` also over restarts: every change is a line of JSON,
 * written before the buyer answers, so that a killed buyer forgets nothing that it answered.
 */
export function openLedger(keep: number, stateFile?: string): Ledger {
  const leads = new Map<number, ReceivedLead>(stateFile === undefined ? [] : load(stateFile, keep));
  const numbers = new Map<string, number>();
  for (const [number, { deliveryId }] of leads) if (deliveryId !== null) numbers.set(deliveryId, number);
  let last = Math.max(0, ...leads.keys());
  let answered = [...leads.values()].filter((lead) => lead.answer !== null).length;

  let isTorn = false;
  const write = (file: string, line: string): void => {
    const begin = isTorn ? '\n' : '';
    isTorn = true;
    appendFileSync(file, `${begin}${line}`, { mode: 0o600 });
    isTorn = false;
  };
  const note = (number: number, lead: ReceivedLead): void => {
    leads.set(number, lead);
    if (stateFile !== undefined) write(stateFile, lineOf([number, lead]));
    const [oldest] = leads;
    if (leads.size <= keep || !oldest) return;
    leads.delete(oldest[0]);
    if (oldest[1].deliveryId !== null) numbers.delete(oldest[1].deliveryId);
  };
  const at = (number: number): ReceivedLead => {
    const lead = leads.get(number);
    if (!lead) throw new RangeError('the ledger has forgotten this delivery');
    return lead;
  };
  return {
    receive(lead) {
      const known = lead.deliveryId === null ? undefined : numbers.get(lead.deliveryId);
      const number = known ?? (last += 1);
      if (known === undefined && lead.deliveryId !== null) numbers.set(lead.deliveryId, number);
      const before = known === undefined ? undefined : at(known);
      note(number, before ? { ...before, requests: before.requests + 1 } : { ...lead, requests: 1, answer: null });
      return number;
    },
    settle(number, answer) {
      note(number, { ...at(number), answer });
      answered += 1;
    },
    at,
    answered: () => answered,
    all: () => [...leads.values()],
  };
}

const lineOf = (entry: Entry): string => `${JSON.stringify(entry)}\n`;

/** The last line of each delivery, without those that a crash or a full disk cut off. Old lines go from the file. */
function load(stateFile: string, keep: number): Entry[] {
  const text = existsSync(stateFile) ? readFileSync(stateFile, 'utf8') : '';
  const latest = new Map(text.split('\n').slice(0, -1).flatMap(entryOf));
  const entries = [...latest].slice(-keep);
  writeFileSync(`${stateFile}.new`, entries.map(lineOf).join(''), { mode: 0o600 });
  renameSync(`${stateFile}.new`, stateFile);
  return entries;
}

function entryOf(line: string): Entry[] {
  try {
    return [JSON.parse(line) as Entry];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
