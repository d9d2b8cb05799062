import { setImmediate as nextTurn } from 'node:timers/promises';
import { invalid } from '../../kernel/app-error.ts';
import { createAddressCheck } from './addresses.ts';
import type { Attempt } from './attempt.ts';
import { checkRequest } from './check-request.ts';
import type { Outbound, OutboundDeps, OutboundPolicy, OutboundRequest, OutboundResult, Outcome } from './contract.ts';
import { exchange } from './exchange.ts';
import { GuardedAgent, poolKey } from './guarded-agent.ts';
import { resolveHost } from './resolve-host.ts';
import { createTlsContext } from './tls-context.ts';
import { createTurnstile, type Turnstile } from '../../kernel/turnstile.ts';

const DEFAULT_MAX_CONNECTIONS_PER_HOST = 64;

interface Guard {
  readonly agent: GuardedAgent;
  readonly turnstile: Turnstile;
}

async function perform(guard: Guard, attempt: Attempt, request: OutboundRequest): Promise<Outcome> {
  const { agent, turnstile } = guard;
  const key = poolKey(attempt);
  if (!(await turnstile.enter(key, attempt.signal))) return { kind: 'not_sent', reason: 'busy' };
  try {
    if (agent.hasIdle(attempt)) {
      // A close that has already arrived is read before the connection is used: one turn finishes the running round
      // of events, the next one polls again.
      await nextTurn();
      await nextTurn();
    }
    if (attempt.signal.aborted) return { kind: 'not_sent', reason: 'busy' };
    return await exchange(agent, attempt, request);
  } finally {
    turnstile.leave(key);
  }
}

async function sendOnce(guard: Guard, request: OutboundRequest): Promise<Outcome> {
  const target = checkRequest(request);
  if (!target.ok) return { kind: 'not_sent', reason: target.error };
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), request.timeoutMs);
  try {
    const attempt: Attempt = { target: target.value, signal: deadline.signal, stage: 'busy', refusal: undefined };
    return await perform(guard, attempt, request);
  } finally {
    clearTimeout(timer);
  }
}

function connectionLimit(policy: OutboundPolicy): number {
  const limit = policy.maxConnectionsPerHost ?? DEFAULT_MAX_CONNECTIONS_PER_HOST;
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  const message = 'Give a whole number of connections, at least 1.';
  throw invalid([{ field: 'maxConnectionsPerHost', rule: 'wrong_format', message }]);
}

/**
 * The one way out of this installation. Only https, to vetted addresses, over verified TLS 1.2 or later with forward
 * secrecy; redirects are not followed; nothing is retried.
 *
 * About kept connections: a server may close one while the next request is on its way, and then nobody can say whether
 * it was read. That is reported as `uncertain`, never retried. It is made rare: idle connections close after 1.5 s or a
 * second before the server's own limit, and a close that has arrived is noticed before the connection is used.
 *
 * Throws VALIDATION_ERROR when the policy cannot be read.
 */
export function createOutbound(policy: OutboundPolicy, deps: OutboundDeps = {}): Outbound {
  const guard: Guard = {
    agent: new GuardedAgent({
      resolve: deps.resolve ?? resolveHost,
      verdict: createAddressCheck(policy.allowCidrs),
      secureContext: createTlsContext(policy.caPem),
    }),
    turnstile: createTurnstile(connectionLimit(policy)),
  };
  const running = new Set<Promise<Outcome>>();
  let isClosed = false;

  const send = async (request: OutboundRequest): Promise<OutboundResult> => {
    const startedAt = performance.now();
    if (isClosed) return { kind: 'not_sent', reason: 'closed', durationMs: 0 };
    const sending = sendOnce(guard, request);
    running.add(sending);
    try {
      return { ...(await sending), durationMs: Math.round(performance.now() - startedAt) };
    } finally {
      running.delete(sending);
    }
  };
  const close = async (): Promise<void> => {
    isClosed = true;
    await Promise.allSettled(running);
    guard.agent.destroy();
  };
  return { send, close };
}
