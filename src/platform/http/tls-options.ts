import { constants } from 'node:crypto';
import type { SecureContextOptions } from 'node:tls';

/** A certificate (with its chain, if any) and its private key, in PEM. */
export interface CertificatePair {
  readonly certPem: string;
  readonly keyPem: string;
}

/** Forward secrecy and authenticated encryption only: no CBC, no static RSA, no finite-field DH. */
export const CIPHERS = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':');

/**
 * The whole TLS context of the server (NIST SP 800-52 rev. 2). A reload must set all of it again:
 * `setSecureContext` with certificate and key alone would fall back to Node's wider defaults.
 */
export function secureContextOptions(pair: CertificatePair, minVersion13Only: boolean): SecureContextOptions {
  return {
    cert: pair.certPem,
    key: pair.keyPem,
    minVersion: minVersion13Only ? 'TLSv1.3' : 'TLSv1.2',
    maxVersion: 'TLSv1.3',
    ciphers: CIPHERS,
    ecdhCurve: 'X25519MLKEM768:X25519:prime256v1:secp384r1',
    honorCipherOrder: true,
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION | constants.SSL_OP_NO_COMPRESSION,
  };
}
