import { isIPv6, type LookupFunction, type TcpSocketConnectOpts } from 'node:net';
import { connect, type ConnectionOptions, type SecureContext, type TLSSocket } from 'node:tls';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { sameAddress } from './addresses.ts';
import { refusalOf, type Attempt, type Refusal } from './attempt.ts';
import type { Target } from './check-request.ts';
import { vetTarget, type Vetting } from './vet-target.ts';

export interface Opening extends Vetting {
  readonly secureContext: SecureContext;
}

/** How long one address may keep the next one waiting when a name has several. */
const NEXT_ADDRESS_AFTER_MS = 500;
const VERDICT_WAIT_AT_MOST_MS = 100;

/** Answers with the vetted addresses only, so that the name cannot change its mind between check and use. */
const vettedLookup =
  (addresses: readonly string[]): LookupFunction =>
  (_host, options, callback) => {
    const entries = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    const [first] = entries;
    if (options.all === true || first === undefined) callback(null, entries);
    else callback(null, first.address, first.family);
  };

function dial(target: Target, addresses: readonly string[], secureContext: SecureContext): TLSSocket {
  const options: ConnectionOptions & TcpSocketConnectOpts = {
    host: target.host,
    port: target.port,
    // No SNI for an address (RFC 6066, section 3); the certificate must then carry the address itself.
    servername: target.isLiteral ? '' : target.host,
    lookup: vettedLookup(addresses),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
    secureContext,
    // Said aloud, because the environment (NODE_TLS_REJECT_UNAUTHORIZED) could turn the default off.
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
  };
  return connect(options);
}

/**
 * In TLS 1.3 our side is done before the server has judged our part of the handshake (RFC 8446, 4.4.4: it may still
 * refuse, for want of a client certificate say). A request written at once would be lost in that refusal and its
 * outcome unknown. So a new connection waits a round trip for the verdict, which is what TLS 1.2 costs anyway.
 */
function verdictWaitMs(socket: TLSSocket, handshakeMs: number): number {
  return socket.getProtocol() === 'TLSv1.3' ? Math.min(VERDICT_WAIT_AT_MOST_MS, 5 + handshakeMs * 1.5) : 0;
}

type Opened = Result<TLSSocket, Refusal>;

function secure(attempt: Attempt, addresses: readonly string[], context: SecureContext): Promise<Opened> {
  return new Promise((resolve) => {
    const socket = dial(attempt.target, addresses, context);
    socket.setNoDelay(true);
    let connectedAt: number | undefined;
    let verdict: NodeJS.Timeout | undefined;

    const finish = (result: Opened): void => {
      clearTimeout(verdict);
      attempt.signal.removeEventListener('abort', giveUp);
      socket.off('close', lost);
      if (!result.ok) socket.destroy();
      resolve(result);
    };
    const failed = (error: unknown): void =>
      finish(fail(refusalOf(connectedAt === undefined ? 'connect_failed' : 'tls_failed', error)));
    const lost = (): void => failed(undefined);
    const giveUp = (): void => finish(fail({ reason: 'connect_timeout' }));

    attempt.signal.addEventListener('abort', giveUp, { once: true });
    // Stays for the life of the socket: between two owners nobody else listens, and 'close' follows in any case.
    socket.on('error', failed);
    socket.on('close', lost);
    socket.once('connect', () => (connectedAt = performance.now()));
    socket.once('secureConnect', () => {
      const peer = socket.remoteAddress ?? '';
      const isVetted = addresses.some((address) => sameAddress(address, peer));
      if (!isVetted) return finish(fail({ reason: 'address_not_public' }));
      const waitMs = verdictWaitMs(socket, performance.now() - (connectedAt ?? 0));
      verdict = setTimeout(() => finish(ok(socket)), waitMs);
    });
  });
}

/** A verified TLS connection to a vetted address, on which nothing has been sent yet. */
export async function openSocket(attempt: Attempt, opening: Opening): Promise<Opened> {
  attempt.stage = 'unresolvable';
  const vetted = await vetTarget(attempt, opening);
  if (!vetted.ok) return vetted;
  // A slow name server may answer after the request has been given up; the connection would then serve nobody.
  if (attempt.signal.aborted) return fail({ reason: attempt.stage });
  attempt.stage = 'connect_timeout';
  return secure(attempt, vetted.value, opening.secureContext);
}
