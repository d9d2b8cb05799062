import { getCACertificates } from 'node:tls';
import type { SMTPTransportOptions } from 'nodemailer';
import { isLoopbackHost } from '../config/index.ts';
import { CIPHERS } from '../http/index.ts';

/**
 * How to reach the server of `smtps://…` (TLS at once) or `smtp://…` (STARTTLS, or nothing is sent). Certificate and
 * host are verified. A server on this machine behind `smtp://` is spoken to in plain text: nothing leaves the machine.
 */
export function smtpOptions(smtpUrl: string, caPem: string | undefined): SMTPTransportOptions {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[(.+)\]$/, '$1');
  const plain = !secure && isLoopbackHost(host);
  const user = decodeURIComponent(url.username);
  return {
    host,
    port: url.port === '' ? (secure ? 465 : plain ? 25 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !plain,
    ignoreTLS: plain,
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    tls: {
      minVersion: 'TLSv1.2',
      ciphers: CIPHERS,
      rejectUnauthorized: true,
      ...(caPem === undefined ? {} : { ca: [...getCACertificates('default'), caPem] }),
    },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
