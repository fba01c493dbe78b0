import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as it came in. */
export type Mail = {
  readonly to: readonly string[];
  readonly header: ReadonlyMap<string, string>;
  readonly subject: string;
  readonly text: string;
};

const refusal = (code: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode: code });

/**
 * A real mail server on loopback. Who begins with `refuse` is unknown there (550), with `later` must wait (451); at `cut` the line breaks in
 * the middle of the text, at `late` after it.
 */
export class MailServerForTests {
  readonly mails: Mail[] = [];
  private server: SMTPServer | undefined;
  private port = 0;

  async start(): Promise<string> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _session, done) =>
        done(
          address.startsWith('refuse')
            ? refusal(550, 'no such user')
            : address.startsWith('later')
              ? refusal(451, 'greylisted')
              : null,
        ),
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const isOf = (word: string): boolean => to.some((address) => address.startsWith(word));
        const connections = (this.server as unknown as { connections: Set<{ _socket: { destroy(): void } }> })
          .connections;
        if (isOf('cut')) {
          for (const { _socket } of connections) _socket.destroy();
          return;
        }
        void text(stream).then((raw) => {
          this.mails.push(mailOf(to, raw));
          if (isOf('late')) for (const { _socket } of connections) _socket.destroy();
          else done();
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
    this.port = (server.server.address() as AddressInfo).port;
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    return new Promise((resolve) => (server === undefined ? resolve() : server.close(() => resolve())));
  }

  to(address: string): Mail[] {
    return this.mails.filter(({ to }) => to.includes(address));
  }
}

function mailOf(to: readonly string[], raw: string): Mail {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const header = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const body = Buffer.from(raw.slice(end), 'base64').toString('utf8');
  return { to, header, subject: decoded(header.get('subject') ?? ''), text: body };
}

/** Words of RFC 2047. */
const decoded = (words: string): string =>
  words
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, coded: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(coded, 'base64').toString('utf8')
        : Buffer.from(
            coded
              .replace(/_/g, ' ')
              .replace(/=([0-9A-F]{2})/gi, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
            'latin1',
          ).toString('utf8'),
    );
