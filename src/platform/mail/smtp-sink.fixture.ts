import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';

/** What a client sent: the envelope, the message as it went over the wire, and whether it was encrypted. */
export interface SunkMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly data: string;
  readonly encrypted: boolean;
  readonly login: string | undefined;
}

export interface SinkOptions {
  readonly tls?: { readonly certPem: string; readonly keyPem: string };
  /** TLS from the first byte, offered by STARTTLS, or not at all. */
  readonly mode: 'smtps' | 'starttls' | 'plain';
  /** Refuses every recipient with this answer. */
  readonly refuse?: string;
}

export interface SmtpSink {
  readonly port: number;
  readonly mails: readonly SunkMail[];
  /** Everything that came in before TLS. */
  readonly clearText: () => string;
  stop(): Promise<void>;
}

/** A real, minimal SMTP server (RFC 5321) that keeps what it is given. */
export async function startSmtpSink(options: SinkOptions): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const sockets = new Set<Socket>();
  let clearText = '';
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (options.mode === 'smtps') serve(secured(socket, options), options, mails);
    else {
      socket.on('data', (chunk) => (clearText += chunk.toString('latin1')));
      serve(socket, options, mails);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    clearText: () => clearText,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function secured(socket: Socket, { tls }: SinkOptions): TLSSocket {
  const context = createSecureContext({ cert: tls?.certPem, key: tls?.keyPem, minVersion: 'TLSv1.2' });
  const wrapped = new TLSSocket(socket, { isServer: true, secureContext: context });
  wrapped.on('error', () => wrapped.destroy());
  return wrapped;
}

interface Session {
  readonly socket: Socket;
  readonly options: SinkOptions;
  readonly mails: SunkMail[];
  from: string;
  to: string[];
  login: string | undefined;
  /** The message so far; undefined outside DATA. */
  data: string | undefined;
}

const say = (session: Session, line: string): void => void session.socket.write(`${line}\r\n`);

function serve(socket: Socket, options: SinkOptions, mails: SunkMail[], greet = true): void {
  const session: Session = { socket, options, mails, from: '', to: [], login: undefined, data: undefined };
  let rest = '';
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(session, line);
  });
  if (greet) say(session, '220 sink ESMTP');
}

function take(session: Session, line: string): void {
  if (session.data === undefined) {
    const known = COMMANDS[line.slice(0, 4).toUpperCase()] ?? COMMANDS[line.toUpperCase()];
    if (known) known(session, line.slice(5));
    else say(session, '500 what');
  } else if (line === '.') {
    const { from, to, data, socket, login } = session;
    session.mails.push({ from, to, data, encrypted: socket instanceof TLSSocket, login });
    Object.assign(session, { to: [], data: undefined });
    say(session, '250 taken');
  } else session.data += `${line}\r\n`;
}

const COMMANDS: Record<string, (session: Session, argument: string) => void> = {
  EHLO: (session) => {
    say(session, '250-sink');
    if (session.options.mode === 'starttls' && !(session.socket instanceof TLSSocket)) say(session, '250-STARTTLS');
    say(session, '250 AUTH PLAIN');
  },
  STARTTLS: (session) => {
    say(session, '220 go ahead');
    session.socket.removeAllListeners('data');
    serve(secured(session.socket, session.options), session.options, session.mails, false);
  },
  AUTH: (session, argument) => {
    session.login = Buffer.from(argument.replace(/^PLAIN /, ''), 'base64').toString();
    say(session, '235 welcome');
  },
  MAIL: (session, argument) => {
    session.from = argument;
    say(session, '250 ok');
  },
  RCPT: (session, argument) => {
    if (session.options.refuse === undefined) session.to.push(argument);
    say(session, session.options.refuse ?? '250 ok');
  },
  DATA: (session) => {
    session.data = '';
    say(session, '354 end with a dot');
  },
  QUIT: (session) => {
    say(session, '221 bye');
    session.socket.end();
  },
};
