import { isIP } from 'node:net';
import tls from 'node:tls';

/** What became of one TLS handshake. */
export type Handshake =
  | {
      readonly kind: 'agreed';
      readonly protocol: string;
      readonly cipher: string;
      /** SHA-256 of the certificate that was shown. */
      readonly fingerprint: string;
      /** Why the certificate is not to be trusted; undefined when it is. */
      readonly distrust: string | undefined;
    }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unreachable'; readonly code: string };

export interface Target {
  readonly host: string;
  readonly port: number;
  /** The name or address that the certificate must hold, whatever `host` the connection goes to. */
  readonly expected: string;
}

const PATIENCE_MS = 5000;

/** A client that knows nothing newer than TLS 1.1. */
export const OLD_CLIENT: tls.ConnectionOptions = {
  minVersion: 'TLSv1',
  maxVersion: 'TLSv1.1',
  ciphers: 'DEFAULT:@SECLEVEL=0',
};

/** A client of TLS 1.2 whose suites all encrypt in CBC mode. */
export const CBC_CLIENT: tls.ConnectionOptions = {
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.2',
  ciphers:
    'ECDHE-ECDSA-AES128-SHA256:ECDHE-RSA-AES128-SHA256:ECDHE-ECDSA-AES256-SHA:ECDHE-RSA-AES256-SHA:' +
    'AES128-SHA256:AES256-SHA:@SECLEVEL=0',
};

/**
 * Shakes hands once, as the client that `offer` describes, and hangs up. The certificate is judged but never decides:
 * what is asked here is what the server agrees to. Throws when this machine cannot make the offer at all.
 */
export function shakeHands(target: Target, offer: tls.ConnectionOptions): Promise<Handshake> {
  const { host, port, expected } = target;
  return new Promise((resolve, reject) => {
    let connected = false;
    const socket = tls.connect({
      host,
      port,
      ...(isIP(expected) === 0 ? { servername: expected } : {}),
      checkServerIdentity: (_host, certificate) => tls.checkServerIdentity(expected, certificate),
      rejectUnauthorized: false,
      ...offer,
    });
    const close = (outcome: Handshake): void => {
      socket.destroy();
      resolve(outcome);
    };
    socket.setTimeout(PATIENCE_MS, () => close({ kind: 'unreachable', code: 'ETIMEDOUT' }));
    socket.once('connect', () => {
      connected = true;
    });
    socket.once('secureConnect', () =>
      close({
        kind: 'agreed',
        protocol: socket.getProtocol() ?? 'unknown',
        cipher: socket.getCipher().name,
        fingerprint: socket.getPeerX509Certificate()?.fingerprint256 ?? '',
        distrust: socket.authorized ? undefined : String(socket.authorizationError),
      }),
    );
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? error.name;
      socket.destroy();
      if (!connected && error.syscall !== undefined) resolve({ kind: 'unreachable', code });
      else if (isPeersDoing(code)) resolve({ kind: 'refused', code });
      else reject(error);
    });
  });
}

/** An alert of the other side, or its hanging up. Other errors of OpenSSL say that we could not make the offer. */
const isPeersDoing = (code: string): boolean =>
  /ALERT|UNSUPPORTED_PROTOCOL|WRONG_VERSION_NUMBER|PACKET_LENGTH/.test(code) || ['ECONNRESET', 'EPIPE'].includes(code);
