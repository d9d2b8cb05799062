import createClient from 'openapi-fetch';
import type { paths } from '../client.gen.ts';
import { frameTexts as t } from '../texts/frame.ts';

/** One fault of what was sent: the field, and what to do about it. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** An answer that refuses, as the API tells it. `code` is stable; `requestId` is what to quote. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly faults: readonly FieldFault[];
  readonly requestId: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, envelope: ErrorEnvelope['error'] | undefined) {
    super(wordsOf(envelope));
    this.name = 'ApiError';
    this.status = status;
    this.code = envelope?.code ?? 'UNREACHABLE';
    this.faults = envelope?.details?.fields ?? [];
    this.requestId = envelope?.requestId;
    this.details = envelope?.details ?? {};
  }
}

interface ErrorEnvelope {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details?: { readonly fields?: readonly FieldFault[] } & Readonly<Record<string, unknown>>;
    readonly requestId?: string;
  };
}

/** The reason in words: a refused step-up by what was not done, and faults without the names that programs use. */
function wordsOf(envelope: ErrorEnvelope['error'] | undefined): string {
  if (!envelope) return t.unreachable;
  if (envelope.code === 'STEP_UP_REQUIRED') return t.notConfirmed;
  return envelope.details?.fields?.length ? t.notAccepted : envelope.message;
}

/** What the transport asks of the frame: to show a second factor again, and to notice that a session is over. */
interface Attendant {
  /** Resolves to whether the person showed a second factor. */
  stepUp(): Promise<boolean>;
  sessionEnded(): void;
}

let attendant: Attendant | undefined;

/** The frame says here who answers for the person. Gives back what takes it away again. */
export function attend(who: Attendant): () => void {
  attendant = who;
  return () => {
    if (attendant === who) attendant = undefined;
  };
}

/** The stable code of a refusal; undefined where the answer is none. */
async function codeOf(answer: Response): Promise<string | undefined> {
  if (answer.ok || !answer.headers.get('content-type')?.includes('json')) return undefined;
  const envelope = (await answer.clone().json()) as Partial<ErrorEnvelope>;
  return envelope.error?.code;
}

/** Whether nobody is signed in any more: a refusal may also be about a wrong password or code. */
async function isSignedOut(): Promise<boolean> {
  const answer = await fetch('/api/v1/auth');
  await answer.text();
  return answer.status === 401;
}

let steppingUp: Promise<boolean> | undefined;

/** Asks once, however many calls wait for the answer. */
function stepUp(who: Attendant): Promise<boolean> {
  steppingUp ??= who.stepUp().finally(() => {
    steppingUp = undefined;
  });
  return steppingUp;
}

/** Sends; where a second factor must be shown again, asks for it and sends once more. */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await fetch(request);
  const code = await codeOf(answer);
  if (code === 'STEP_UP_REQUIRED' && attendant && (await stepUp(attendant))) return fetch(again);
  if (attendant && answer.status === 401 && code === 'UNAUTHORIZED' && (await isSignedOut())) attendant.sessionEnded();
  return answer;
}

export const api = createClient<paths>({ baseUrl: globalThis.location.origin, fetch: send });

interface Outcome<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer of a call, or its refusal thrown as an ApiError. */
export async function answerOf<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await call.catch((thrown: unknown) => {
    if (thrown instanceof TypeError) throw new ApiError(0, undefined);
    throw thrown;
  });
  if (response.ok) return data as T;
  throw new ApiError(response.status, (error as Partial<ErrorEnvelope> | undefined)?.error);
}

/** The error as one that can be shown, whatever was thrown. */
export function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  return new ApiError(0, { code: 'PAGE_FAILED', message: t.pageFailed });
}
