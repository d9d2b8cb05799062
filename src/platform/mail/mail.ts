import { createTransport } from 'nodemailer';
import { AppError } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import type { Secret } from '../config/index.ts';
import { createFiles } from '../files/index.ts';
import { checkMessage, type MailMessage, parseSender, type Sender } from './message.ts';
import { smtpOptions } from './smtp-options.ts';

/** Sends mail to people, one address at a time. */
export interface Mail {
  /**
   * Resolves when the server has taken the message (or the outbox holds it). Throws VALIDATION_ERROR for more than one
   * recipient or anything that could become another header, UNAVAILABLE when the server does not take it.
   */
  send(message: MailMessage): Promise<{ readonly messageId: string }>;
}

export interface MailOptions {
  /** `smtps://…` or `smtp://…`; without it every message becomes a file of the outbox. */
  readonly smtpUrl?: Secret | undefined;
  /** `Name <name@example.org>` or a bare address. */
  readonly from: string;
  /** Directory of the outbox; made when needed, only its owner can read it. */
  readonly outboxDir: string;
  /** Certificates of authorities to trust beside the public ones, PEM. */
  readonly caPem?: string | undefined;
}

/** Opens the way for mail; connects for each message. */
export function createMail(options: MailOptions): Mail {
  const sender = parseSender(options.from);
  const { smtpUrl, outboxDir, caPem } = options;
  const deliver = smtpUrl === undefined ? toOutbox(outboxDir) : toServer(smtpUrl, caPem);
  return {
    async send(message) {
      checkMessage(message);
      const id = newId();
      const messageId = `<${id}@${sender.address.slice(sender.address.indexOf('@') + 1)}>`;
      const { to, subject, text } = message;
      await deliver(id, { ...headersOf(sender), messageId, to, subject, text });
      return { messageId };
    },
  };
}

type Composed = ReturnType<typeof headersOf> & MailMessage & { readonly messageId: string };
type Deliver = (id: string, message: Composed) => Promise<void>;

/** No client is named, and automatic answers are not asked for (RFC 3834, 5). */
const headersOf = (from: Sender) => ({
  from,
  xMailer: false as const,
  headers: { 'Auto-Submitted': 'auto-generated' },
});

function toServer(smtpUrl: Secret, caPem: string | undefined): Deliver {
  return async (_id, message) => {
    try {
      await createTransport(smtpOptions(smtpUrl.reveal(), caPem)).sendMail(message);
    } catch (error) {
      throw new AppError('UNAVAILABLE', 'The mail server did not take the message. Check it, then try again.', {
        cause: error,
      });
    }
  };
}

function toOutbox(outboxDir: string): Deliver {
  const outbox = createFiles(outboxDir);
  const composer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (id, message) => {
    const { message: bytes } = await composer.sendMail(message);
    if (!Buffer.isBuffer(bytes)) throw new TypeError('the composer was asked for bytes');
    await outbox.put(`${id}.eml`, bytes);
  };
}
