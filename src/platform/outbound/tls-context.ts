import { constants, X509Certificate } from 'node:crypto';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { invalid } from '../../kernel/app-error.ts';

/**
 * The only suites spoken: forward secrecy and authenticated encryption, by name, since Node's default client also
 * takes CBC and static RSA. Level 2 refuses RSA below 2048 bits and signatures by SHA-1.
 */
const SUITES = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_AES_128_GCM_SHA256',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  '@SECLEVEL=2',
].join(':');

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The certificates of the operator's file. OpenSSL would ignore what it cannot read; a typing error must not pass. */
function readCertificates(pem: string): readonly string[] {
  const blocks = pem.match(CERTIFICATE) ?? [];
  try {
    if (blocks.length === 0) throw new TypeError('no certificate block');
    return blocks.map((block) => new X509Certificate(block).toString());
  } catch (cause) {
    const message = 'Give one or more certificates in PEM form, each from BEGIN CERTIFICATE to END CERTIFICATE.';
    const fault = invalid([{ field: 'caPem', rule: 'not_a_certificate', message }]);
    fault.cause = cause;
    throw fault;
  }
}

/** What both ends must meet; built once, as reading the public roots takes time. Throws on an unreadable `caPem`. */
export function createTlsContext(caPem: string | undefined): SecureContext {
  return createSecureContext({
    minVersion: 'TLSv1.2',
    ciphers: SUITES,
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION | constants.SSL_OP_NO_COMPRESSION,
    ...(caPem === undefined ? {} : { ca: [...getCACertificates('default'), ...readCertificates(caPem)] }),
  });
}
