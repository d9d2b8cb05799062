import { type Chance, createChance } from '../kit/chance.ts';
import { createBuyers, type Buyers } from './buyers.ts';
import { createPromises, type Promises } from './promises.ts';
import type { AttemptOutcome } from './rows.ts';
import { createStore, type Store, type StoredSale } from './store.ts';
import { drawSettings } from './settings.ts';

/** How often what goes wrong goes wrong, as shares. */
export interface Faults {
  readonly crash: number;
  readonly lostReply: number;
  readonly network: number;
}

/** What came of an attempt. */
export interface SimOutcome {
  readonly outcome: AttemptOutcome;
  readonly reason: string;
}

/** What deliveries bring about. */
export interface Acts {
  conclude(sale: StoredSale, attemptId: string, said: SimOutcome): void;
  resume(saleId: string): void;
}

interface Event {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** One tenant, its buyers and its process, on a clock of its own. The same seed plays the same course. */
export interface World {
  readonly chance: Chance;
  readonly store: Store;
  readonly buyers: Buyers;
  readonly promises: Promises;
  /** What the process believes the time to be. */
  now(): Date;
  /** Moves the process's clock against the true time. */
  setClock(aheadMs: number): void;
  /** Lets something happen after a while, whatever becomes of the process. */
  later(delayMs: number, run: () => void): void;
  /** Lets the process do something after a while, unless it has died by then. */
  laterHere(delayMs: number, run: () => void): void;
  /** Whether the process dies at this point: all that it had in hand is gone. */
  dies(): boolean;
  faults: Faults;
  readonly acts: Acts;
  /** Does the next thing; false when nothing is left. */
  step(): boolean;
}

const BEGIN = Date.parse('2026-03-06T12:00:00Z');

export function createWorld(seed: number, faults: Faults, actsOf: (world: World) => Acts): World {
  const chance = createChance(seed);
  const store = createStore(drawSettings(chance));
  const queue = createQueue();
  let [time, ahead, life] = [BEGIN, 0, 0];
  const later = (delayMs: number, run: () => void): void => queue.push(time + delayMs, run);
  const world: World = {
    chance,
    store,
    buyers: createBuyers(chance),
    promises: createPromises(store),
    now: () => new Date(time + ahead),
    setClock: (aheadMs) => (ahead = aheadMs),
    later,
    laterHere(delayMs, run) {
      const own = life;
      later(delayMs, () => {
        if (own === life) run();
      });
    },
    dies() {
      if (!chance.happens(world.faults.crash)) return false;
      life += 1;
      return true;
    },
    faults,
    acts: { conclude: (...said) => acts.conclude(...said), resume: (saleId) => acts.resume(saleId) },
    step() {
      const event = queue.pop();
      if (!event) return false;
      time = event.at;
      event.run();
      return true;
    },
  };
  const acts = actsOf(world);
  return world;
}

/** Events by time, those of one moment in the order in which they were put: a binary heap. */
function createQueue(): { push(at: number, run: () => void): void; pop(): Event | undefined } {
  const heap: Event[] = [];
  let order = 0;
  const isBefore = (one: Event | undefined, other: Event | undefined): boolean =>
    one !== undefined && other !== undefined && (one.at - other.at || one.order - other.order) < 0;
  const swap = (i: number, j: number): void => {
    const [one, other] = [heap[i], heap[j]];
    if (one && other) [heap[i], heap[j]] = [other, one];
  };
  return {
    push(at, run) {
      heap.push({ at, order: (order += 1), run });
      for (let i = heap.length - 1; i > 0;) {
        const parent = (i - 1) >> 1;
        if (!isBefore(heap[i], heap[parent])) break;
        swap(i, parent);
        i = parent;
      }
    },
    pop() {
      swap(0, heap.length - 1);
      const first = heap.pop();
      for (let i = 0; ;) {
        const [left, right] = [2 * i + 1, 2 * i + 2];
        const least = isBefore(heap[right], heap[left]) ? right : left;
        if (!isBefore(heap[least], heap[i])) return first;
        swap(i, least);
        i = least;
      }
    },
  };
}
