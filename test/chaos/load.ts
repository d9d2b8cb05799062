import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../kit/chance.ts';
import type { Answer, Client } from '../kit/client.ts';
import type { Behaviour } from '../kit/market.ts';
import type { World } from './world.ts';

/** A lead that was answered with its id: from then on it may never be lost. */
export interface Acknowledged {
  readonly leadId: string;
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly posting: Client;
}

export interface Load {
  /** Lets each sender bring its last lead to an answer; throws what a sender met that no sender should. */
  stop(): Promise<void>;
}

const SENDERS = 6;
const ANSWER_LIMIT_MS = 30_000;
const LEAD_LIMIT_MS = 240_000;
const BEHAVIOURS: readonly Behaviour[] = [
  'accept',
  'accept',
  'accept',
  'reject',
  'reject',
  'slow',
  'timeout',
  'reset',
  'lie_then_accept',
  'duplicate',
];

/**
 * Senders that post one lead after the other, each until it is answered, while the buyers change their ways and
 * somebody takes sales back.
 */
export function startLoad(world: World, chance: Chance, acknowledged: Map<string, Acknowledged>): Load {
  let isStopping = false;
  const failures: unknown[] = [];
  const sender = async (): Promise<void> => {
    while (!isStopping) {
      if (chance.happens(0.2))
        chance
          .pick(world.market.buyers)
          .simulator.control({ behaviour: chance.pick(BEHAVIOURS), delayMs: chance.between(50, 600) });
      const entry = await postOne(world, chance);
      acknowledged.set(entry.leadId, entry);
      await sleep(chance.between(0, 60));
    }
  };
  const returner = async (): Promise<void> => {
    while (!isStopping) {
      await returnOne(world, chance, acknowledged);
      await sleep(chance.between(20, 200));
    }
  };
  const work = Promise.all(
    [returner, ...Array.from({ length: SENDERS }, () => sender)].map((does) =>
      does().catch((error: unknown) => failures.push(error)),
    ),
  );
  return {
    async stop() {
      isStopping = true;
      await work;
      for (const failure of failures) throw failure;
    },
  };
}

let serial = 0;

/** Posts a new lead; now and then twice at once, as an impatient sender does. */
async function postOne(world: World, chance: Chance): Promise<Acknowledged> {
  serial += 1;
  const { campaignId, posting } = chance.happens(0.3) ? world.queued : world.market;
  const body = world.market.lead({ campaignId });
  const key = `chaos-${serial}`;
  const times = chance.happens(0.15) ? 2 : 1;
  const answers = await Promise.all(Array.from({ length: times }, () => postUntilAnswered(posting, body, key)));
  const leadIds = new Set(answers.map((answer) => answer.json.leadId as unknown));
  const [leadId] = leadIds;
  assert.ok(
    leadIds.size === 1 && typeof leadId === 'string',
    `one post, several answers: ${answers.map((answer) => answer.text).join('\n')}`,
  );
  return { leadId, key, body, posting };
}

/** Takes the sale of some lead back, if it has one; whoever got no answer does not know whether it was. */
async function returnOne(world: World, chance: Chance, acknowledged: ReadonlyMap<string, Acknowledged>): Promise<void> {
  if (acknowledged.size === 0) return;
  const { leadId } = chance.pick([...acknowledged.values()]);
  const answer = await unlessLost(world.admin.post(`/api/v1/leads/${leadId}/return`, { reason: 'bad_data' }));
  if (answer) assert.ok([200, 409, 503].includes(answer.status), `a return was answered: ${answer.text}`);
}

/** Sends a lead again by its key until it is answered, as the public clients do. Only "not now" may come in between. */
export async function postUntilAnswered(posting: Client, body: unknown, key: string): Promise<Answer> {
  const limit = Date.now() + LEAD_LIMIT_MS;
  for (;;) {
    const answer = await unlessLost(posting.post('/api/v1/leads/submit', body, { 'idempotency-key': key }));
    if (answer?.status === 200) return answer;
    if (answer) assert.equal(answer.status, 503, `a lead was answered with ${answer.status}: ${answer.text}`);
    if (Date.now() > limit) throw new Error('a lead was not answered in minutes');
    await sleep(100);
  }
}

/** Undefined when the connection broke or nothing came. */
async function unlessLost(asked: Promise<Answer>): Promise<Answer | undefined> {
  const timer = new AbortController();
  try {
    return await Promise.race([asked, sleep(ANSWER_LIMIT_MS, undefined, { signal: timer.signal, ref: false })]);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  } finally {
    timer.abort();
  }
}
