import type { ApiAnswer } from '../../demo/api-client.ts';

/** What became of a row. */
export type Outcome =
  | {
      readonly kind: 'sold' | 'pending' | 'rejected' | 'duplicate';
      readonly leadId: string;
      readonly shortId: string;
      /** What the partner earns, in units of the currency: `12.00`. */
      readonly payout: string;
      readonly message: string;
      /** The row had been answered before, and this is that answer. */
      readonly repeat: boolean;
    }
  /** The request itself was refused: faults of fields, for instance. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  /** No answer, or one that says nothing about the lead. */
  | { readonly kind: 'unanswered'; readonly code: string; readonly message: string }
  | { readonly kind: 'unreadable'; readonly message: string };

/** What to do with an answer: keep it, ask again later, or stop, because every other row would be answered so. */
export type Reading =
  | { readonly kind: 'final'; readonly outcome: Outcome }
  | { readonly kind: 'busy'; readonly code: string; readonly message: string; readonly afterMs: number | undefined }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }
  | { readonly kind: 'hopeless'; readonly message: string };

interface SubmitJson {
  readonly result?: unknown;
  readonly leadId?: unknown;
  readonly msg?: unknown;
  readonly idempotent?: unknown;
  readonly data?: { readonly shortId?: unknown; readonly status?: unknown; readonly revenue?: unknown };
  readonly error?: {
    readonly code?: unknown;
    readonly message?: unknown;
    readonly details?: { readonly fields?: unknown };
  };
}

const BUSY = new Set([429, 503, 507]);
/** About the caller or the address, not about the row. */
const HOPELESS = new Set([401, 403, 404, 405]);

/** Reads one answer of `POST /api/v1/leads/submit`. Takes from it only what the contract says, never what it echoes. */
export function readAnswer(answer: ApiAnswer, nowMs: number): Reading {
  const json = isObject(answer.json) ? (answer.json as SubmitJson) : undefined;
  const code = terminalText(json?.error?.code) || `HTTP_${answer.status}`;
  const message = refusal(json) || `The server answered with status ${answer.status}.`;
  if (BUSY.has(answer.status)) return { kind: 'busy', code, message, afterMs: waitOf(answer, nowMs) };
  if (answer.status >= 500) return { kind: 'failed', code, message };
  if (HOPELESS.has(answer.status)) return { kind: 'hopeless', message };
  if (answer.status >= 400 && json?.error) return { kind: 'final', outcome: { kind: 'refused', code, message } };
  const kind = json && kindOf(json);
  if (!kind) {
    const strange = `What answers there is not Careroute's API (status ${answer.status}). Check the address.`;
    return { kind: 'hopeless', message: strange };
  }
  return {
    kind: 'final',
    outcome: {
      kind,
      leadId: terminalText(json.leadId),
      shortId: terminalText(json.data?.shortId),
      payout: kind === 'sold' ? terminalText(json.data?.revenue) : '',
      message: terminalText(json.msg),
      repeat: json.idempotent === true,
    },
  };
}

function kindOf(json: SubmitJson): Extract<Outcome, { shortId: string }>['kind'] | undefined {
  switch (json.result) {
    case 'success':
      return 'sold';
    case 'accepted':
      return 'pending';
    case 'rejected':
    case 'duplicate':
      return json.result;
    default:
      return undefined;
  }
}

/** Each fault with its field and remedy, else the sentence of the error. */
function refusal({ error }: SubmitJson = {}): string {
  const fields = Array.isArray(error?.details?.fields) ? error.details.fields.filter(isObject) : [];
  const faults = fields.map((fault) => `${terminalText(fault['field'])}: ${terminalText(fault['message'])}`);
  return faults.length > 0 ? faults.join(' ') : terminalText(error?.message);
}

/** `Retry-After` as seconds or as a date (RFC 9110, 10.2.3), in milliseconds from now. */
export function waitOf({ headers }: ApiAnswer, nowMs: number): number | undefined {
  const given = headers['retry-after'] ?? '';
  if (/^\d{1,9}$/.test(given)) return Number(given) * 1000;
  const at = Date.parse(given);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text of a server for a terminal: one line, of bounded length, without control characters. */
export const terminalText = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim()
        .slice(0, 500)
    : '';
