/** What the operator of this installation permits. */
export interface OutboundPolicy {
  /** Networks reachable although they are not public, such as `10.20.0.0/16`. Also the only ones with free ports. */
  readonly allowCidrs: readonly string[];
  /** Certificates (PEM) trusted in addition to the public roots. */
  readonly caPem?: string;
  /** Connections at once per partition, host and port. Default 64. */
  readonly maxConnectionsPerHost?: number;
}

export interface OutboundDeps {
  /** Gives every address of a name. It is asked at most once per connection; its answer is vetted, never trusted. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

export interface OutboundRequest {
  readonly url: string;
  readonly method: 'POST' | 'GET';
  readonly headers: Readonly<Record<string, string>>;
  /** Only with POST. */
  readonly body?: Buffer | string;
  /** One limit over everything: waiting, name, connection, TLS, request, whole response. */
  readonly timeoutMs: number;
  /** Bytes of response body read at most. Default 65,536. */
  readonly maxResponseBytes?: number;
  /** The tenant: connections are never shared between partitions. */
  readonly partition: string;
}

/** Why provably no byte of the request left. */
export type NotSentReason =
  | 'closed'
  | 'bad_url'
  | 'bad_request'
  | 'address_not_public'
  | 'port_not_allowed'
  | 'unresolvable'
  /** Time ran out while all connections to this host were in use. */
  | 'busy'
  | 'connect_failed'
  /** Time ran out before the secure connection stood. */
  | 'connect_timeout'
  /** No common suite, or the certificate is not that of this host; `code` tells which. */
  | 'tls_failed';

/** Why it is unknown whether the other side has the request. */
export type UncertainReason = 'timeout' | 'connection_lost' | 'response_too_large' | 'bad_response';

/**
 * `response`: the complete answer of any status; a redirect is an answer like any other.
 * `not_sent`: no byte of the request left this process; the caller may release what it holds and try elsewhere.
 * `uncertain`: the request may have been read and acted upon; the caller must assume neither.
 * `code` is that of Node or OpenSSL (`CERT_HAS_EXPIRED`, `ECONNRESET`), for operators; it carries no data.
 */
export type OutboundResult = Outcome & { readonly durationMs: number };

export interface ReceivedResponse {
  readonly kind: 'response';
  readonly status: number;
  /** Names in lower case; repeated ones joined by a comma. */
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** A result before its duration is known. */
export type Outcome =
  | ReceivedResponse
  | { readonly kind: 'not_sent'; readonly reason: NotSentReason; readonly code?: string }
  | { readonly kind: 'uncertain'; readonly reason: UncertainReason; readonly code?: string };

export interface Outbound {
  /** Sends one request and reports what is known of it. Never throws, whatever the other side does. */
  send(request: OutboundRequest): Promise<OutboundResult>;
  /** Refuses new requests, lets running ones end, then closes all connections. */
  close(): Promise<void>;
}
