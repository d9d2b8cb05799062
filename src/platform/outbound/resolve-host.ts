import { promises as dns } from 'node:dns';
import { createTurnstile } from '../../kernel/turnstile.ts';

const QUERY_TIMEOUT_MS = 1500;
const SYSTEM_LOOKUPS_AT_ONCE = 2;

const systemTurnstile = createTurnstile(SYSTEM_LOOKUPS_AT_ONCE);

/**
 * The name as the operating system sees it (hosts file, search domains). It blocks a thread of the small pool that
 * hashing and files share, for as long as a hostile name server likes; hence the turnstile.
 */
async function systemLookup(host: string, signal: AbortSignal): Promise<readonly string[]> {
  if (!(await systemTurnstile.enter('system', signal))) return [];
  try {
    const found = await dns.lookup(host, { all: true });
    return found.map((entry) => entry.address);
  } finally {
    systemTurnstile.leave('system');
  }
}

/**
 * Every A and AAAA record of the name. Asks the name servers directly, which needs no thread;
 * only a name they do not know, and `localhost`, goes to the operating system. Rejects when nobody knows it.
 */
export async function resolveHost(host: string, signal: AbortSignal): Promise<readonly string[]> {
  if (host === 'localhost' || host.endsWith('.localhost')) return systemLookup(host, signal);
  const resolver = new dns.Resolver({ timeout: QUERY_TIMEOUT_MS, tries: 2 });
  const cancel = (): void => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    return found.length > 0 ? found : await systemLookup(host, signal);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
